import { createHash } from 'node:crypto';
import { DiscordAPIError, type RESTPostAPIChannelMessageJSONBody, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { ChannelGone, MessageGone, MessageRefused, type Notifier } from '../../alerts/notifier.ts';
import type { Answer } from '../../answers/document/answer.ts';
import type { Dispatcher } from '../../app/dispatcher.ts';
import type { DiscordConfig } from '../../config/config.ts';
import { minute, second } from '../../kernel/duration.ts';
import { saveButtonPayload } from '../request-handler.ts';
import { fitted, rawFiles } from './files.ts';
import { findMessage, keyIn } from './find-message.ts';
import { limits } from './limits.ts';
import { underMessage } from './message-context.ts';
import { plainText, render } from './render.ts';
import { restOf } from './rest.ts';

/** Errors after which no alert can be delivered to the channel any more, by Discord's codes. */
const permanentErrors: Record<string, string> = {
  10003: 'the channel was deleted',
  10004: 'I was removed from the server',
  50001: 'I may not see the channel',
  50013: 'I may not write in the channel',
};

/** A request and the waits that Discord asks for end, or fail, before another process may take the channel over. */
const inTime = {
  timeout: 15 * second,
  retries: 1,
  rejectOnRateLimit: ({ retryAfter }: { retryAfter: number }) => retryAfter > 15 * second,
};

/** So long Discord certainly knows a nonce. */
const nonceWindow = minute;

const unknownMessage = 10008;
/** Discord refuses what is in the message, whatever the channel: its form, its JSON, its size, or that it is empty. */
const refusedErrors = new Set<string | number>([50035, 50109, 40005, 50006]);

/** Discord drops a message whose nonce it has seen in the last minutes; 25 characters at most. */
const nonceOf = (channel: string, once: string): string =>
  createHash('sha256').update(`${channel} ${once}`).digest('base64url').slice(0, 24);

/** What the buttons of an alert are kept with: by it the message is found again. */
const subjectOf = (once: string): string => `alert ${once}`;

/** Delivers alerts over REST, so that any process can, whichever shard the server is on. */
export function createDiscordNotifier(config: DiscordConfig, dispatcher: Dispatcher, log: Logger): Notifier {
  const rest = restOf(config, inTime);

  async function messageOf(composed: Answer, once: string) {
    const { answer, files } = await fitted(composed, { most: limits.file, allowed: true, log });
    const { files: raw, attachments } = rawFiles(files);
    const message = render(answer, await saveButtonPayload(dispatcher, answer, subjectOf(once)));
    return { body: { ...message, attachments, allowed_mentions: { parse: [] } }, files: raw };
  }

  /** Sends a message, and once more without its layout where Discord refuses that. Throws as withAlertErrors does. */
  async function asPlainIfRefused(
    answer: Answer,
    once: string,
    send: (form: Awaited<ReturnType<typeof messageOf>>) => Promise<unknown>,
  ): Promise<{ id: string }> {
    const form = await messageOf(answer, once);
    try {
      return await withAlertErrors(() => send(form));
    } catch (error) {
      if (!(error instanceof MessageRefused)) throw error;
      const body = { ...plainText(answer), attachments: [], allowed_mentions: { parse: [] } };
      return withAlertErrors(() => send({ body, files: [] }));
    }
  }

  async function post(channel: string, answer: Answer, once: string, more: object = {}): Promise<string> {
    const nonce = nonceOf(channel, once);
    const sent = await asPlainIfRefused(answer, once, ({ body: message, files }) => {
      const body = {
        ...message,
        nonce,
        enforce_nonce: true,
        ...more,
      } satisfies RESTPostAPIChannelMessageJSONBody;
      return rest.post(Routes.channelMessages(channel), { body, files });
    });
    return sent.id;
  }

  return {
    send: (channel, answer, once) => post(channel, answer, once),
    reply: (channel, message_id, answer, once) =>
      post(channel, answer, once, { message_reference: { message_id, fail_if_not_exists: false } }),
    async edit(channel, message, answer) {
      await asPlainIfRefused(answer, message, (form) => rest.patch(Routes.channelMessage(channel, message), form));
    },
    async notifyPerson(_, recipient_id, answer, once) {
      const { id } = await withAlertErrors(() => rest.post(Routes.userChannels(), { body: { recipient_id } }));
      await post(id, answer, once);
    },
    async findSent(channel, once, since) {
      // Discord itself drops what comes again so soon.
      if (Date.now() - since < nonceWindow) return undefined;
      const nonce = nonceOf(channel, once);
      return findMessage(rest, channel, since, async (message) => {
        if (message.nonce === nonce) return true;
        const key = keyIn(message.components);
        return (
          key !== undefined && (await dispatcher.buttonPayloads.find(key, Date.now()))?.question === subjectOf(once)
        );
      });
    },
    threadOf: underMessage,
  };
}

/** Runs a call to Discord. Throws ChannelGone, MessageGone or MessageRefused where Discord says so, and other errors as they are. */
async function withAlertErrors(call: () => Promise<unknown>): Promise<{ id: string }> {
  try {
    return (await call()) as { id: string };
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    if (error.code === unknownMessage) throw new MessageGone('the message was deleted');
    const why = permanentErrors[error.code];
    if (why !== undefined) throw new ChannelGone(why);
    throw refusedErrors.has(error.code)
      ? new MessageRefused(`Discord does not take the message (${error.code})`)
      : error;
  }
}
