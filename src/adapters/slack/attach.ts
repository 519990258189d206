import type { webApi } from '@slack/bolt';
import { filesElsewhere, filesFailed, filesForYou, filesNotAllowed } from '../../answers/delivery-messages.ts';
import { type Attachment, isPicture } from '../../answers/document/attachment.ts';
import { cannotPostCodes, postDefaults } from './post-defaults.ts';
import { errorCodeOf, retryAfter429 } from './retry-after-429.ts';
import { share, type Target } from './upload.ts';

/** Says something to a person directly; returns where. */
async function direct(client: webApi.WebClient, user: string, text: string): Promise<Target> {
  const { channel } = await retryAfter429(() => client.chat.postMessage({ channel: user, text, ...postDefaults }));
  return { channel: channel ?? user };
}

/** Pictures say nothing that the answer does not: where they cannot stand under it, nobody is told. */
async function illustrate(
  client: webApi.WebClient,
  at: Target | undefined,
  pictures: readonly Attachment[],
): Promise<void> {
  if (!at || pictures.length === 0) return;
  await share(client, at, pictures).catch((error: unknown) => {
    if (!cannotPostCodes.has(errorCodeOf(error) ?? '') && errorCodeOf(error) !== 'missing_scope') throw error;
  });
}

/**
 * Puts an answer's files beside it. For the asker alone (`at` undefined) and where the bot is no member they come as a
 * direct message; what cannot be uploaded is said.
 */
export async function attach(
  client: webApi.WebClient,
  user: string,
  at: Target | undefined,
  all: readonly Attachment[],
): Promise<void> {
  if (all.every(isPicture)) await illustrate(client, at, all);
  else await attachFiles(client, user, at, all);
}

async function attachFiles(
  client: webApi.WebClient,
  user: string,
  at: Target | undefined,
  files: readonly Attachment[],
): Promise<void> {
  try {
    await shareSomewhere(client, user, at, files);
  } catch (error) {
    const unasked = errorCodeOf(error) === 'missing_scope';
    await direct(client, user, unasked ? filesNotAllowed : filesFailed);
    if (!unasked) throw error;
  }
}

async function shareSomewhere(
  client: webApi.WebClient,
  user: string,
  at: Target | undefined,
  files: readonly Attachment[],
): Promise<void> {
  if (!at) return share(client, await direct(client, user, filesForYou), files);
  try {
    await share(client, at, files);
  } catch (error) {
    if (!cannotPostCodes.has(errorCodeOf(error) ?? '')) throw error;
    await share(client, await direct(client, user, filesElsewhere), files);
  }
}
