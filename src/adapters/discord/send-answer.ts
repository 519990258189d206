import { DiscordAPIError, type Message, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import { composeClosedToDirect, composeWithdrawn } from '../../answers/button-messages.ts';
import type { Answer } from '../../answers/document/answer.ts';
import type { Sending, Sent } from '../request.ts';
import { fitted } from './files.ts';
import { limits } from './limits.ts';
import { underMessage } from './message-context.ts';
import { mayAttach } from './permissions.ts';
import { isClosedToDirect, takenOrRefused } from './refused.ts';
import { plainText, type Rendered, render } from './render.ts';

const postedMessage = z.object({ channel: z.string(), id: z.string() });
type PostedMessage = z.infer<typeof postedMessage>;

const noPings = { allowedMentions: { parse: [], repliedUser: false } };

/** Answers a message: with a reply that pings nobody, or a direct message where it is for the asker alone. Throws Refused. */
export async function sendAnswer(
  message: Message,
  composed: Answer,
  { key, plain, replaces, locale, log }: Sending & { locale: string; log: Logger },
): Promise<Sent | undefined> {
  const alone = composed.audience === 'asker' && composed.channelWide !== true && message.inGuild();
  const allowed = alone || mayAttach(message.channel, message.client.user);
  const { answer, files } = await fitted(composed, { most: limits.file, allowed, log });
  const rendered = plain ? plainText(answer) : { ...render(answer, key), files };
  const earlier = postedMessage.safeParse(replaces).data;
  if (earlier && alone) await withdraw(message.client.rest, earlier, composeWithdrawn('answeredAlone', locale));
  if (alone) return sendDirect(message, rendered, locale);
  return (earlier && (await change(message, earlier, rendered))) ?? reply(message, rendered);
}

async function reply(message: Message, rendered: Rendered): Promise<Sent> {
  const { channelId, id } = await takenOrRefused(() =>
    message.reply({ ...rendered, ...noPings, failIfNotExists: false }),
  );
  return { conversation: underMessage(channelId, id), posted: { channel: channelId, id } satisfies PostedMessage };
}

/** A direct message; where the asker accepts none, the channel hears only that. */
async function sendDirect(message: Message, rendered: Rendered, locale: string): Promise<Sent | undefined> {
  try {
    await takenOrRefused(() => message.author.send(rendered));
    return undefined;
  } catch (error) {
    if (!isClosedToDirect(error)) throw error;
    return reply(message, plainText(composeClosedToDirect(locale)));
  }
}

const isGone = (error: unknown) => error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage;

/** Puts an answer and its files in the place of an earlier one; undefined where that is gone. */
async function change(message: Message, { id, channel }: PostedMessage, rendered: Rendered): Promise<Sent | undefined> {
  try {
    await takenOrRefused(() => message.channel.messages.edit(id, { ...rendered, ...noPings, attachments: [] }));
    return { conversation: underMessage(channel, id), posted: { channel, id } };
  } catch (error) {
    if (!isGone(error)) throw error;
    return undefined;
  }
}

/** Leaves words in the place of an answer. */
export async function withdraw(rest: REST, posted: unknown, words: Answer): Promise<void> {
  const earlier = postedMessage.safeParse(posted).data;
  if (!earlier) return;
  const body = { ...plainText(words), attachments: [], allowed_mentions: { parse: [] } };
  await rest.patch(Routes.channelMessage(earlier.channel, earlier.id), { body }).catch((error) => {
    if (!isGone(error)) throw error;
  });
}
