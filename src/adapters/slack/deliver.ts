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

/** Sends an answer where it was asked: into the thread, or to the asker alone. `replacesMessage`: the message that the button is on becomes the answer. */
export async function deliver(
  client: webApi.WebClient,
  place: MessageOrigin,
  answer: Answer,
  key: string | undefined,
  replacesMessage = false,
): Promise<void> {
  const alone = !place.direct && (answer.audience === 'asker' || place.hidden === true);
  const at = await tell(client, place, render(answer, key), alone, replacesMessage);
  await attach(client, place.user, alone ? undefined : at, attachmentsOf(answer));
}

/** Says where it said it. */
async function tell(
  client: webApi.WebClient,
  place: MessageOrigin,
  message: Rendered,
  alone: boolean,
  replacesMessage: boolean,
): Promise<Target> {
  const { channel, user } = place;
  const here = place.thread === undefined ? { channel } : { channel, thread: place.thread };
  if (place.responseUrl !== undefined && (replacesMessage || place.hidden || place.thread === undefined)) {
    await postToResponseUrl(
      place.responseUrl,
      { ...message, response_type: alone ? 'ephemeral' : 'in_channel' },
      replacesMessage,
    );
    return here;
  }
  const thread = place.thread === undefined ? {} : { thread_ts: place.thread };
  try {
    if (alone)
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
    return elsewhere(client, place, message, alone);
  }
}

/** Where the bot is no member: by the asker's own address, else as a direct message that says how to invite. */
async function elsewhere(
  client: webApi.WebClient,
  place: MessageOrigin,
  message: Rendered,
  alone: boolean,
): Promise<Target> {
  if (place.responseUrl !== undefined) {
    const thread = place.thread === undefined ? {} : { thread_ts: place.thread };
    const response_type = alone ? 'ephemeral' : 'in_channel';
    await postToResponseUrl(place.responseUrl, { ...message, ...thread, response_type }, false);
    return { channel: place.channel, ...(place.thread === undefined ? {} : { thread: place.thread }) };
  }
  const channel = place.user;
  await retryAfter429(() => client.chat.postMessage({ channel, text: invite.text, ...postDefaults }));
  const sent = await retryAfter429(() => client.chat.postMessage({ channel, ...message, ...postDefaults }));
  return { channel: sent.channel ?? channel };
}
