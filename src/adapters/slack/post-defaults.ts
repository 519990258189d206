import { Refused } from '../request.ts';
import { ResponseUrlError } from './post.ts';
import { errorCodeOf } from './retry-after-429.ts';

/** No pings, no unfurled links, no markup. */
export const postDefaults = {
  unfurl_links: false,
  unfurl_media: false,
  link_names: false,
  parse: 'none',
  mrkdwn: false,
} as const;

/** Slack's error codes for channels where the bot may not write. */
export const cannotPostCodes = new Set(['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action']);

/** Slack's error codes for messages that it does not take as they are. */
const refusedCodes = new Set([
  ...['invalid_blocks', 'invalid_blocks_format', 'only_one_table_allowed', 'block_mismatch', 'invalid_arguments'],
  ...['msg_too_long', 'msg_blocks_too_long', 'no_text', 'invalid_arg_name', 'invalid_attachments'],
]);

/** Runs a call that posts; throws Refused where Slack does not take the message as it is, and other errors as they are. */
export async function takenOrRefused<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const code = errorCodeOf(error) ?? '';
    const ofUrl = error instanceof ResponseUrlError && error.status === 400;
    if (refusedCodes.has(code)) throw new Refused(detailsOf(error) ?? code, { cause: error });
    throw ofUrl ? new Refused(error.message, { cause: error }) : error;
  }
}

/** "invalid_blocks: no more than 50 items allowed" */
function detailsOf(error: unknown): string | undefined {
  const data = (error as { data?: { error?: string; response_metadata?: { messages?: string[] } } }).data;
  const messages = data?.response_metadata?.messages ?? [];
  return data?.error === undefined ? undefined : [data.error, ...messages.slice(0, 3)].join('; ');
}
