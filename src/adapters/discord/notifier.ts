import { createHash } from 'node:crypto';
import { DiscordAPIError, type RESTPostAPIChannelMessageJSONBody, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { ChannelGone, MessageGone, type Notifier } from '../../alerts/notifier.ts';
import type { Answer } from '../../answers/document/answer.ts';
import type { Dispatcher } from '../../app/dispatcher.ts';
import type { DiscordConfig } from '../../config/config.ts';
import { saveButtonPayload } from '../request-handler.ts';
import { fitted, rawFiles } from './files.ts';
import { limits } from './limits.ts';
import { underMessage } from './message-context.ts';
import { render } from './render.ts';
import { restOf } from './rest.ts';

/** Errors after which no alert can be delivered to the channel any more, by Discord's codes. */
const permanentErrors: Record<string, string> = {
  10003: 'the channel was deleted',
  10004: 'I was removed from the server',
  50001: 'I may not see the channel',
  50013: 'I may not write in the channel',
};

const unknownMessage = 10008;

/** Discord drops a message whose nonce it has seen in the last minutes; 25 characters at most. */
const nonceOf = (channel: string, once: string): string =>
  createHash('sha256').update(`${channel} ${once}`).digest('base64url').slice(0, 24);

/** Delivers alerts over REST, so that any process can, whichever shard the server is on. */
export function createDiscordNotifier(config: DiscordConfig, dispatcher: Dispatcher, log: Logger): Notifier {
  const rest = restOf(config);

  async function messageOf(composed: Answer) {
    const { answer, files } = await fitted(composed, { most: limits.file, allowed: true, log });
    const { files: raw, attachments } = rawFiles(files);
    const message = render(answer, await saveButtonPayload(dispatcher, answer, ''));
    return { body: { ...message, attachments, allowed_mentions: { parse: [] } }, files: raw };
  }

  async function post(channel: string, answer: Answer, once: string, more: object = {}): Promise<string> {
    const nonce = nonceOf(channel, once);
    const { body: message, files } = await messageOf(answer);
    const body = {
      ...message,
      nonce,
      enforce_nonce: true,
      ...more,
    } satisfies RESTPostAPIChannelMessageJSONBody;
    return (await withAlertErrors(() => rest.post(Routes.channelMessages(channel), { body, files }))).id;
  }

  return {
    send: (channel, answer, once) => post(channel, answer, once),
    reply: (channel, message_id, answer, once) =>
      post(channel, answer, once, { message_reference: { message_id, fail_if_not_exists: false } }),
    async edit(channel, message, answer) {
      const edited = await messageOf(answer);
      await withAlertErrors(() => rest.patch(Routes.channelMessage(channel, message), edited));
    },
    async notifyPerson(_, recipient_id, answer, once) {
      const { id } = await withAlertErrors(() => rest.post(Routes.userChannels(), { body: { recipient_id } }));
      await post(id, answer, once);
    },
    threadOf: underMessage,
  };
}

/** Runs a call to Discord. Throws ChannelGone or MessageGone where Discord says so, and other errors as they are. */
async function withAlertErrors(call: () => Promise<unknown>): Promise<{ id: string }> {
  try {
    return (await call()) as { id: string };
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    if (error.code === unknownMessage) throw new MessageGone('the message was deleted');
    const why = permanentErrors[error.code];
    throw why === undefined ? error : new ChannelGone(why);
  }
}
