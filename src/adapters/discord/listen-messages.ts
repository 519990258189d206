import { type Client, ComponentType, type Message } from 'discord.js';
import type { Logger } from 'pino';
import { composeMissingPermissions } from '../../answers/delivery-messages.ts';
import type { Dispatcher } from '../../app/dispatcher.ts';
import type { RequestHandler } from '../request-handler.ts';
import { fitted } from './files.ts';
import { limits } from './limits.ts';
import { type Defaults, stripMarkup, toMessageContext, toRequestContext } from './message-context.ts';
import { mayAttach, missingIn } from './permissions.ts';
import { type Rendered, render } from './render.ts';

const typingAfter = 500;

/** The conversation of the answer that a message replies to, found by the key in its buttons. */
async function repliedTo(message: Message, dispatcher: Dispatcher): Promise<string | undefined> {
  const id = message.reference?.messageId;
  const original = id === undefined ? undefined : message.channel.messages.cache.get(id);
  if (original?.author.id !== message.client.user.id) return undefined;
  const [row] = original.components;
  const [first] = row?.type === ComponentType.ActionRow ? row.components : [];
  const key = first?.customId?.split(':')[0];
  return key === undefined ? undefined : (await dispatcher.buttonPayloads.find(key, Date.now()))?.thread;
}

/** Sends a reply that pings nobody, or a direct message where it is for the asker alone. */
async function send(message: Message, rendered: Rendered, alone: boolean): Promise<void> {
  const reply = { ...rendered, allowedMentions: { parse: [], repliedUser: false } };
  if (alone && message.inGuild()) await message.author.send(rendered);
  else await message.reply({ ...reply, failIfNotExists: false });
}

/** Handles mentions and direct messages, whose text comes without the privileged intent. */
export function listenToMessages(
  client: Client,
  dispatcher: Dispatcher,
  requests: RequestHandler,
  defaults: Defaults,
  log: Logger,
): void {
  client.on('messageCreate', async (message) => {
    const me = message.client.user;
    const mentioned = message.mentions.users.has(me.id);
    if (message.author.bot || message.system || (message.inGuild() && !mentioned)) return;
    const question = stripMarkup(message.content);
    const context = await toRequestContext(toMessageContext(message), defaults, await repliedTo(message, dispatcher));
    const missing = missingIn(message.channel, me);
    await requests.handle({
      delivery: `discord:${message.id}`,
      queueKey: context.thread ?? message.channelId,
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
      async send(composed, key) {
        const alone = composed.audience === 'asker' && composed.channelWide !== true;
        const allowed = alone || mayAttach(message.channel, me);
        const { answer, files } = await fitted(composed, { most: limits.file, allowed, log });
        await send(message, { ...render(answer, key), files }, alone);
      },
    });
  });
}

function showTyping({ channel }: Message, log: Logger): void {
  if (!channel.isSendable()) return;
  channel.sendTyping().catch((error: Error) => log.debug({ err: error.message }, 'Discord: no typing shown'));
}
