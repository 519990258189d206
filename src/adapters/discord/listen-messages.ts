import { type Client, Events, GatewayDispatchEvents, type Message } from 'discord.js';
import type { Logger } from 'pino';
import { composeWithdrawn } from '../../answers/button-messages.ts';
import { composeMissingPermissions } from '../../answers/delivery-messages.ts';
import type { Dispatcher } from '../../app/dispatcher.ts';
import { settingsOf } from '../../settings/channel-settings.ts';
import { fitPage } from '../fit-page.ts';
import type { Request } from '../request.ts';
import type { RequestHandler } from '../request-handler.ts';
import {
  type Defaults,
  stripMarkup,
  threadOf,
  toMessageContext,
  toRequestContext,
  underMessage,
} from './message-context.ts';
import { missingIn } from './permissions.ts';
import { isCut } from './render.ts';
import { sendAnswer, withdraw } from './send-answer.ts';

const typingAfter = 500;

const keyOf = (id: string) => `discord:${id}`;

/** The conversation of the message that this one replies to. */
const repliedTo = ({ channelId, reference }: Message): string | undefined =>
  reference?.messageId === undefined ? undefined : underMessage(channelId, reference.messageId);

/** Handles mentions and direct messages, whose text comes without the privileged intent. Edited and deleted questions are followed. */
export function listenToMessages(
  client: Client,
  dispatcher: Dispatcher,
  requests: RequestHandler,
  defaults: Defaults,
  log: Logger,
): void {
  async function ask(message: Message, delivery: string, edited?: Request['edited']): Promise<void> {
    const me = message.client.user;
    const mentioned = message.mentions.users.has(me.id);
    if (message.author.bot || message.system || (message.inGuild() && !mentioned)) return;
    const context = await toRequestContext(toMessageContext(message), defaults);
    const question = stripMarkup(message.content, context.asker.timeZone);
    const missing = missingIn(message.channel, me);
    await requests.handle({
      delivery,
      message: keyOf(message.id),
      ...(edited ? { edited } : {}),
      queueKey: context.thread ?? message.channelId,
      repliesTo: repliedTo(message),
      question,
      context: async () => context,
      async work(context) {
        if (missing.length) return composeMissingPermissions(missing, await dispatcher.dispatchText(question, context));
        const typing = setTimeout(() => showTyping(message, log), typingAfter);
        try {
          return await dispatcher.dispatchText(question, context);
        } finally {
          clearTimeout(typing);
        }
      },
      fit: (answer) => fitPage(answer, isCut),
      send: (answer, how) => sendAnswer(message, answer, { ...how, locale: context.asker.locale, log }),
    });
  }

  client.on(Events.MessageCreate, (message) => ask(message, keyOf(message.id)));
  client.on(Events.MessageUpdate, async (_, message) => {
    const { editedTimestamp, createdTimestamp } = message;
    if (message.partial || editedTimestamp === null) return;
    const delivery = `${keyOf(message.id)}:edited:${editedTimestamp}`;
    await ask(message, delivery, { orNew: true, writtenAt: createdTimestamp });
  });
  // The event of the library knows only messages that are cached.
  client.ws.on(GatewayDispatchEvents.MessageDelete, async ({ id, channel_id: channelId, guild_id: guildId = null }) => {
    const channel = client.channels.cache.get(channelId);
    const place = { guildId, channelId, channel: channel?.isTextBased() ? channel : null, messageId: id };
    await requests.forget({
      message: keyOf(id),
      queueKey: threadOf({ ...place, user: { id: '' } }),
      now: defaults.now().getTime(),
      async withdraw(posted) {
        const { locale } = await settingsOf(defaults.settings, { platform: 'discord', id: channelId });
        await withdraw(client.rest, posted, composeWithdrawn('withdrawn', locale ?? defaults.locale));
      },
    });
  });
}

function showTyping({ channel }: Message, log: Logger): void {
  if (!channel.isSendable()) return;
  channel.sendTyping().catch((error: Error) => log.debug({ err: error.message }, 'Discord: no typing shown'));
}
