import type { webApi } from '@slack/bolt';
import { type Attachment, isPicture } from '../../answers/document/attachment.ts';
import { truncate } from '../truncate.ts';
import { smallPrint } from './escape.ts';
import { limits } from './limits.ts';
import { post } from './post.ts';
import { retryAfter429 } from './retry-after-429.ts';

/** Where files are shared. */
export interface Target {
  channel: string;
  thread?: string;
}

/** Uploads one file without sharing it. Slack needs its size before its bytes. */
const put = (client: webApi.WebClient, { name, words, use }: Attachment): Promise<{ id: string; title: string }> =>
  use(async (bytes) => {
    const alt = { alt_text: truncate(words, limits.altText) };
    const { upload_url: url = '', file_id: id = '' } = await retryAfter429(() =>
      client.files.getUploadURLExternal({ filename: name, length: bytes.size, ...alt }),
    );
    await post('The upload', url, { body: bytes });
    return { id, title: name };
  });

/**
 * Uploads files and shares them in one message, with the descriptions of those that are not pictures. The same steps as
 * filesUploadV2, which would hold every file in memory. Returns their ids. Throws Slack's error.
 */
export async function share(
  client: webApi.WebClient,
  { channel, thread }: Target,
  files: readonly Attachment[],
): Promise<string[]> {
  const [first, ...more] = await Promise.all(files.map((file) => put(client, file)));
  if (!first) return [];
  const words = files.filter((f) => !isPicture(f)).map((f) => smallPrint(f.words));
  const where = thread === undefined ? { channel_id: channel } : { channel_id: channel, thread_ts: thread };
  const comment = words.length ? { initial_comment: truncate(words.join('\n'), limits.textObject) } : {};
  await retryAfter429(() => client.files.completeUploadExternal({ ...where, ...comment, files: [first, ...more] }));
  return [first, ...more].map(({ id }) => id);
}
