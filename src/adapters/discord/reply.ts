import { DiscordAPIError, type Interaction, MessageFlags, RESTJSONErrorCodes } from 'discord.js';
import type { Rendered } from './render.ts';

type Repliable = Extract<Interaction, { reply: unknown }>;

export interface Reply {
  send(message: Rendered, alone: boolean): Promise<void>;
  /** To everyone in the channel, after the answer. */
  announce(message: Rendered): Promise<void>;
}

interface ReplyOptions {
  /** Its audience, should it take long: it is fixed when the answer is deferred. */
  alone: boolean;
  /** The answer takes the place of the message its button is on. */
  replacesMessage?: boolean;
}

const patience = 2000;

/** An earlier try was received although its answer was lost: all is well. */
const received = (error: unknown) =>
  error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;

const flagsOf = (alone: boolean) => (alone ? { flags: MessageFlags.Ephemeral as const } : {});

/** Answers an interaction once: at once within two seconds, else deferred with its stated audience and edited. */
export function beginReply(interaction: Repliable, { alone, replacesMessage = false }: ReplyOptions): Reply {
  const replaced = replacesMessage && interaction.isMessageComponent() ? interaction : undefined;
  let deferred: Promise<unknown> | undefined;
  const timer = setTimeout(() => {
    deferred = (replaced ? replaced.deferUpdate() : interaction.deferReply(flagsOf(alone))).catch((error) => {
      if (!received(error)) throw error;
    });
    // Seen when the answer is sent.
    deferred.catch(() => undefined);
  }, patience);
  timer.unref();

  return {
    async announce(message) {
      await interaction.followUp(message);
    },
    async send(message, aloneNow) {
      clearTimeout(timer);
      try {
        if (!deferred) {
          await (replaced ? replaced.update(message) : interaction.reply({ ...message, ...flagsOf(aloneNow) }));
          return;
        }
        await deferred;
        if (!aloneNow || alone || replaced) {
          await interaction.editReply(message);
          return;
        }
        // What was announced to everyone turned out to be for the asker alone.
        await interaction.deleteReply();
        await interaction.followUp({ ...message, ...flagsOf(true) });
      } catch (error) {
        if (!received(error)) throw error;
      }
    },
  };
}
