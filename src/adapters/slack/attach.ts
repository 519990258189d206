import type { webApi } from '@slack/bolt';
import { filesElsewhere, filesFailed, filesForYou, filesNotAllowed } from '../../answers/delivery-messages.ts';
import { type Attachment, isPicture } from '../../answers/document/attachment.ts';
import { cannotPostCodes, postDefaults } from './post-defaults.ts';
import { errorCodeOf, retryAfter429 } from './retry-after-429.ts';
import { share, type Target } from './upload.ts';

/** Sends a direct message; returns where it went. */
async function sendDirect(client: webApi.WebClient, user: string, text: string): Promise<Target> {
  const { channel } = await retryAfter429(() => client.chat.postMessage({ channel: user, text, ...postDefaults }));
  return { channel: channel ?? user };
}

/** Pictures repeat what the answer says in words: where they may not be posted, they are left out silently. */
async function sharePictures(
  client: webApi.WebClient,
  at: Target | undefined,
  pictures: readonly Attachment[],
): Promise<string[]> {
  if (!at || pictures.length === 0) return [];
  return share(client, at, pictures).catch((error: unknown) => {
    if (!cannotPostCodes.has(errorCodeOf(error) ?? '') && errorCodeOf(error) !== 'missing_scope') throw error;
    return [];
  });
}

/**
 * Uploads an answer's files to where the answer is. Without `at` (the answer is ephemeral), and in channels without the
 * bot, they go to a direct message; a failed upload is reported to the user there. Returns the files' ids.
 */
export async function attach(
  client: webApi.WebClient,
  user: string,
  at: Target | undefined,
  files: readonly Attachment[],
): Promise<string[]> {
  return files.every(isPicture) ? sharePictures(client, at, files) : attachFiles(client, user, at, files);
}

async function attachFiles(
  client: webApi.WebClient,
  user: string,
  at: Target | undefined,
  files: readonly Attachment[],
): Promise<string[]> {
  try {
    return await shareSomewhere(client, user, at, files);
  } catch (error) {
    const missingScope = errorCodeOf(error) === 'missing_scope';
    await sendDirect(client, user, missingScope ? filesNotAllowed : filesFailed);
    if (!missingScope) throw error;
    return [];
  }
}

async function shareSomewhere(
  client: webApi.WebClient,
  user: string,
  at: Target | undefined,
  files: readonly Attachment[],
): Promise<string[]> {
  if (!at) return share(client, await sendDirect(client, user, filesForYou), files);
  try {
    return await share(client, at, files);
  } catch (error) {
    if (!cannotPostCodes.has(errorCodeOf(error) ?? '')) throw error;
    return share(client, await sendDirect(client, user, filesElsewhere), files);
  }
}
