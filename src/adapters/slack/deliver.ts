import type { webApi } from '@slack/bolt';
import type { Answer } from '../../answers/document/answer.ts';
import { attachmentsOf } from '../../answers/document/answer.ts';
import { attach } from './attach.ts';
import type { MessageOrigin } from './message-context.ts';
import { postToResponseUrl } from './post.ts';
import { cannotPostCodes, postDefaults } from './post-defaults.ts';
import { type Rendered, render } from './render.ts';
import { errorCodeOf, retryAfter429 } from './retry-after-429.ts';
import type { Target } from './upload.ts';

const invite: Rendered = {
  text: 'I cannot write in that channel, so here is the answer. To have me there, type /invite @Sitrep in it.',
  blocks: [],
};

/**
 * Sends an answer and its files to where the request came from: into the thread, or to the asker alone.
 * `replacesMessage`: the answer replaces the message that the button is on.
 */
export async function deliver(
  client: webApi.WebClient,
  origin: MessageOrigin,
  answer: Answer,
  key: string | undefined,
  replacesMessage = false,
): Promise<void> {
  const hidden = origin.hidden === true && answer.channelWide !== true;
  const ephemeral = !origin.direct && (answer.audience === 'asker' || hidden);
  const target = await postAnswer(client, origin, render(answer, key), ephemeral, replacesMessage);
  await attach(client, origin.user, ephemeral ? undefined : target, attachmentsOf(answer));
}

/** Posts the message; returns where it went. */
async function postAnswer(
  client: webApi.WebClient,
  origin: MessageOrigin,
  message: Rendered,
  ephemeral: boolean,
  replacesMessage: boolean,
): Promise<Target> {
  const { channel, user } = origin;
  const here = origin.thread === undefined ? { channel } : { channel, thread: origin.thread };
  if (origin.responseUrl !== undefined && (replacesMessage || origin.hidden || origin.thread === undefined)) {
    await postToResponseUrl(
      origin.responseUrl,
      { ...message, response_type: ephemeral ? 'ephemeral' : 'in_channel' },
      replacesMessage,
    );
    return here;
  }
  const thread = origin.thread === undefined ? {} : { thread_ts: origin.thread };
  try {
    if (ephemeral)
      await retryAfter429(() => client.chat.postEphemeral({ channel, user, ...thread, ...message, ...postDefaults }));
    else {
      const sent = await retryAfter429(() =>
        client.chat.postMessage({ channel, ...thread, ...message, ...postDefaults }),
      );
      // A direct message begun by the user's id has a channel of its own.
      return { ...here, channel: sent.channel ?? channel };
    }
    return here;
  } catch (error) {
    if (!cannotPostCodes.has(errorCodeOf(error) ?? '')) throw error;
    return elsewhere(client, origin, message, ephemeral);
  }
}

/** For channels without the bot: by the request's response_url, else as a direct message that says how to invite it. */
async function elsewhere(
  client: webApi.WebClient,
  origin: MessageOrigin,
  message: Rendered,
  ephemeral: boolean,
): Promise<Target> {
  if (origin.responseUrl !== undefined) {
    const thread = origin.thread === undefined ? {} : { thread_ts: origin.thread };
    const response_type = ephemeral ? 'ephemeral' : 'in_channel';
    await postToResponseUrl(origin.responseUrl, { ...message, ...thread, response_type }, false);
    return { channel: origin.channel, ...(origin.thread === undefined ? {} : { thread: origin.thread }) };
  }
  const channel = origin.user;
  await retryAfter429(() => client.chat.postMessage({ channel, text: invite.text, ...postDefaults }));
  const sent = await retryAfter429(() => client.chat.postMessage({ channel, ...message, ...postDefaults }));
  return { channel: sent.channel ?? channel };
}
