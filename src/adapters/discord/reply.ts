import { DiscordAPIError, type Interaction, MessageFlags, RESTJSONErrorCodes } from 'discord.js';
import { Refused } from '../request.ts';
import { takenOrRefused } from './refused.ts';
import type { Rendered } from './render.ts';

type Repliable = Extract<Interaction, { reply: unknown }>;

export interface Reply {
  /** Returns the message's id; undefined where Discord's response was lost. Throws Refused. */
  send(message: Rendered, ephemeral: boolean): Promise<string | undefined>;
  /** Posts to everyone in the channel, after the answer. */
  announce(message: Rendered): Promise<void>;
}

interface ReplyOptions {
  /** Whether a deferred answer is ephemeral: Discord fixes that when the answer is deferred. */
  ephemeral: boolean;
  /** The answer takes the place of the message its button is on. */
  replacesMessage?: boolean;
}

const patience = 2000;

/** Whether an earlier attempt arrived although its response was lost. */
const alreadyReceived = (error: unknown) =>
  error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;

const flagsOf = (ephemeral: boolean) => (ephemeral ? { flags: MessageFlags.Ephemeral as const } : {});

/** Answers an interaction: directly within two seconds, else by deferring it and editing the deferred answer. */
export function beginReply(interaction: Repliable, { ephemeral, replacesMessage = false }: ReplyOptions): Reply {
  const replaced = replacesMessage && interaction.isMessageComponent() ? interaction : undefined;
  let deferred: Promise<unknown> | undefined;
  const timer = setTimeout(() => {
    deferred = (replaced ? replaced.deferUpdate() : interaction.deferReply(flagsOf(ephemeral))).catch((error) => {
      if (!alreadyReceived(error)) throw error;
    });
    // `send` awaits it and handles the error.
    deferred.catch(() => undefined);
  }, patience);
  timer.unref();

  return {
    async announce(message) {
      await interaction.followUp(message);
    },
    async send(message, ephemeralNow) {
      clearTimeout(timer);
      try {
        return await takenOrRefused(() => answer(message, ephemeralNow));
      } catch (error) {
        const cause = error instanceof Refused ? error.cause : error;
        if (!alreadyReceived(cause)) throw error;
        return undefined;
      }
    },
  };

  async function answer(message: Rendered, ephemeralNow: boolean): Promise<string | undefined> {
    if (!deferred) {
      const sent = await (replaced
        ? replaced.update({ ...message, withResponse: true })
        : interaction.reply({ ...message, ...flagsOf(ephemeralNow), withResponse: true }));
      return replaced?.message.id ?? sent.resource?.message?.id;
    }
    await deferred;
    if (ephemeralNow === ephemeral || replaced) return (await interaction.editReply(message)).id;
    // It was deferred for everyone, but the answer is for the asker alone; or the other way round.
    await interaction.deleteReply();
    return (await interaction.followUp({ ...message, ...flagsOf(ephemeralNow) })).id;
  }
}
