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

/** The conversation of the answer that is replied to, by the key its buttons carry. */
async function repliedTo(message: Message, desk: Dispatcher): Promise<string | undefined> {
  const id = message.reference?.messageId;
  const before = id === undefined ? undefined : message.channel.messages.cache.get(id);
  if (before?.author.id !== message.client.user.id) return undefined;
  const [row] = before.components;
  const [first] = row?.type === ComponentType.ActionRow ? row.components : [];
  const key = first?.customId?.split(':')[0];
  return key === undefined ? undefined : (await desk.buttonPayloads.find(key, Date.now()))?.thread;
}

/** As a reply that pings nobody; what is for the asker alone goes to them directly. */
async function send(message: Message, said: Rendered, alone: boolean): Promise<void> {
  const reply = { ...said, allowedMentions: { parse: [], repliedUser: false } };
  if (alone && message.inGuild()) await message.author.send(said);
  else await message.reply({ ...reply, failIfNotExists: false });
}

/** Mentions and direct messages: they carry their words without the privileged intent. */
export function listenToMessages(
  client: Client,
  desk: Dispatcher,
  counter: RequestHandler,
  defaults: Defaults,
  log: Logger,
): void {
  client.on('messageCreate', async (message) => {
    const me = message.client.user;
    const named = message.mentions.users.has(me.id);
    if (message.author.bot || message.system || (message.inGuild() && !named)) return;
    const question = stripMarkup(message.content);
    const from = await toRequestContext(toMessageContext(message), defaults, await repliedTo(message, desk));
    const missing = missingIn(message.channel, me);
    await counter.handle({
      delivery: `discord:${message.id}`,
      queueKey: from.thread ?? message.channelId,
      question,
      context: async () => from,
      async work(whence) {
        if (missing.length) return composeMissingPermissions(missing, await desk.dispatchText(question, whence));
        const typing = setTimeout(() => showTyping(message, log), typingAfter);
        try {
          return await desk.dispatchText(question, whence);
        } finally {
          clearTimeout(typing);
        }
      },
      async send(said, key) {
        const alone = said.audience === 'asker';
        const allowed = alone || mayAttach(message.channel, me);
        const { answer, files } = await fitted(said, { most: limits.file, allowed, log });
        await send(message, { ...render(answer, key), files }, alone);
      },
    });
  });
}

function showTyping({ channel }: Message, log: Logger): void {
  if (!channel.isSendable()) return;
  channel.sendTyping().catch((error: Error) => log.debug({ err: error.message }, 'Discord: no typing shown'));
}
