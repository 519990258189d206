import type { webApi } from '@slack/bolt';
import type { Answer } from '../../answers/answer.ts';
import { calm, codeOf } from './calm.ts';
import type { Place } from './hear.ts';
import { type Rendered, render } from './render.ts';
import { respond } from './respond.ts';

/** Nothing pings, nothing unfurls, nothing is parsed. */
export const quiet = {
  unfurl_links: false,
  unfurl_media: false,
  link_names: false,
  parse: 'none',
  mrkdwn: false,
} as const;

const absent = new Set(['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action']);

const invite: Rendered = {
  text: 'I cannot write in that channel, so here is the answer. To have me there, type /invite @Sitrep in it.',
  blocks: [],
};

/** Sends an answer where it was asked: into the thread, or to the asker alone. `turns` puts a page in the place of another. */
export async function deliver(
  client: webApi.WebClient,
  place: Place,
  answer: Answer,
  key: string,
  turns = false,
): Promise<void> {
  const message = render(answer, key);
  const alone = !place.direct && (answer.audience === 'asker' || place.hidden === true);
  if (place.responseUrl !== undefined && (turns || place.hidden || place.thread === undefined))
    return respond(place.responseUrl, { ...message, response_type: alone ? 'ephemeral' : 'in_channel' }, turns);
  const thread = place.thread === undefined ? {} : { thread_ts: place.thread };
  const { channel, user } = place;
  try {
    if (alone) await calm(() => client.chat.postEphemeral({ channel, user, ...thread, ...message, ...quiet }));
    else await calm(() => client.chat.postMessage({ channel, ...thread, ...message, ...quiet }));
  } catch (error) {
    if (!absent.has(codeOf(error) ?? '')) throw error;
    await elsewhere(client, place, message, alone);
  }
}

/** Where the bot is no member: by the asker's own address, else as a direct message that says how to invite. */
async function elsewhere(client: webApi.WebClient, place: Place, message: Rendered, alone: boolean): Promise<void> {
  if (place.responseUrl !== undefined) {
    const thread = place.thread === undefined ? {} : { thread_ts: place.thread };
    const response_type = alone ? 'ephemeral' : 'in_channel';
    return respond(place.responseUrl, { ...message, ...thread, response_type }, false);
  }
  const channel = place.user;
  await calm(() => client.chat.postMessage({ channel, text: invite.text, ...quiet }));
  await calm(() => client.chat.postMessage({ channel, ...message, ...quiet }));
}
