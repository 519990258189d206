import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { composeWithdrawn } from '../../answers/button-messages.ts';
import type { Answer } from '../../answers/document/answer.ts';
import { attachmentsOf } from '../../answers/document/answer.ts';
import type { Sending, Sent } from '../request.ts';
import { attach } from './attach.ts';
import { type MessageOrigin, threadOf } from './message-context.ts';
import { postToResponseUrl } from './post.ts';
import { cannotPostCodes, postDefaults, takenOrRefused } from './post-defaults.ts';
import { plainText, type Rendered, render } from './render.ts';
import { errorCodeOf, retryAfter429 } from './retry-after-429.ts';

const invite = 'I cannot write in that channel, so here is the answer. To have me there, type /invite @Sitrep in it.';

const postedMessage = z.object({ channel: z.string(), ts: z.string(), files: z.array(z.string()) });
/** A message of ours and the files that came with it. */
export type PostedMessage = z.infer<typeof postedMessage>;

/** Where a message went: `ts` is unknown where it was posted by a response_url. */
interface Posted {
  channel: string;
  ts?: string;
}

interface Delivering extends Sending {
  /** The answer takes the place of the message that the button is on. */
  replacesMessage?: boolean | undefined;
  locale: string;
}

/** Sends an answer and its files to where the request came from: into the thread, or to the asker alone. Throws Refused. */
export async function deliver(
  client: webApi.WebClient,
  origin: MessageOrigin,
  answer: Answer,
  { key, plain, replaces, replacesMessage = false, locale }: Delivering,
): Promise<Sent & { posted?: PostedMessage }> {
  const hidden = origin.hidden === true && answer.channelWide !== true;
  const alone = !origin.direct && (answer.audience === 'asker' || hidden);
  const message = plain ? plainText(answer) : render(answer, key);
  const earlier = postedMessage.safeParse(replaces).data;
  if (earlier && alone) await withdraw(client, earlier, composeWithdrawn('answeredAlone', locale));
  const changed = earlier && !alone ? await change(client, earlier, message) : undefined;
  const posted =
    changed ?? (await takenOrRefused(() => postAnswer(client, origin, message, { alone, replacesMessage })));
  const target = origin.thread === undefined ? posted : { ...posted, thread: origin.thread };
  const files = plain ? [] : await attach(client, origin.user, alone ? undefined : target, attachmentsOf(answer));
  const { channel, ts } = posted;
  const root = origin.thread ?? ts;
  return {
    ...(root === undefined || alone ? {} : { conversation: threadOf({ ...origin, channel, thread: root }) }),
    ...(ts === undefined || alone ? {} : { posted: { channel, ts, files } }),
  };
}

/** Puts an answer in the place of an earlier one, whose files are deleted; undefined where that is gone. */
async function change(
  client: webApi.WebClient,
  earlier: PostedMessage,
  message: Rendered,
): Promise<Posted | undefined> {
  const { channel, ts } = earlier;
  try {
    await takenOrRefused(() => retryAfter429(() => client.chat.update({ channel, ts, ...message })));
    await deleteFiles(client, earlier);
    return { channel, ts };
  } catch (error) {
    if (errorCodeOf(error) !== 'message_not_found') throw error;
    return undefined;
  }
}

const deleteFiles = (client: webApi.WebClient, { files }: PostedMessage) =>
  Promise.all(files.map((file) => retryAfter429(() => client.files.delete({ file })).catch(() => undefined)));

/** Leaves words in the place of an answer. */
export async function withdraw(client: webApi.WebClient, posted: unknown, words: Answer): Promise<void> {
  const earlier = postedMessage.safeParse(posted).data;
  if (earlier) await change(client, earlier, render(words));
}

/** Posts the message; returns where it went. */
async function postAnswer(
  client: webApi.WebClient,
  origin: MessageOrigin,
  message: Rendered,
  { alone, replacesMessage }: { alone: boolean; replacesMessage: boolean },
): Promise<Posted> {
  const { channel, user, responseUrl, thread } = origin;
  if (responseUrl !== undefined && (replacesMessage || origin.hidden || (alone && thread === undefined))) {
    const response_type = alone ? 'ephemeral' : 'in_channel';
    await postToResponseUrl(responseUrl, { ...message, response_type }, replacesMessage);
    return { channel };
  }
  const under = thread === undefined ? {} : { thread_ts: thread };
  try {
    if (alone) {
      const shown = origin.started ? under : {};
      await retryAfter429(() => client.chat.postEphemeral({ channel, user, ...shown, ...message, ...postDefaults }));
      return { channel };
    }
    const sent = await retryAfter429(() => client.chat.postMessage({ channel, ...under, ...message, ...postDefaults }));
    // A direct message begun by the user's id has a channel of its own.
    return { channel: sent.channel ?? channel, ...(sent.ts === undefined ? {} : { ts: sent.ts }) };
  } catch (error) {
    if (!cannotPostCodes.has(errorCodeOf(error) ?? '')) throw error;
    return elsewhere(client, origin, message, alone);
  }
}

/** For channels without the bot: by the request's response_url, else as a direct message that says how to invite it. */
async function elsewhere(
  client: webApi.WebClient,
  origin: MessageOrigin,
  message: Rendered,
  alone: boolean,
): Promise<Posted> {
  if (origin.responseUrl !== undefined) {
    const thread = origin.thread === undefined ? {} : { thread_ts: origin.thread };
    const response_type = alone ? 'ephemeral' : 'in_channel';
    await postToResponseUrl(origin.responseUrl, { ...message, ...thread, response_type }, false);
    return { channel: origin.channel };
  }
  const channel = origin.user;
  await retryAfter429(() => client.chat.postMessage({ channel, text: invite, ...postDefaults }));
  const sent = await retryAfter429(() => client.chat.postMessage({ channel, ...message, ...postDefaults }));
  return { channel: sent.channel ?? channel };
}
