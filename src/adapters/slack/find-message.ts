import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { errorCodeOf, retryAfter429 } from './retry-after-429.ts';

const mostMessages = 200;
/** A channel with more messages since the alert was sent is not looked through to its end. */
const mostPages = 20;

/** The fields of a posted message that are used here. */
interface PostedMessage {
  ts?: string;
  thread_ts?: string;
  metadata?: { event_type?: string; event_payload?: { once?: unknown } };
}

/**
 * The timestamp of the message that has `once` in its metadata and was posted since `since` (milliseconds since 1970);
 * undefined where there is none, or where the bot may not search: without the scope channels:history (groups:history in
 * private channels). Replies are searched for in the thread `under`.
 */
export async function findMessage(
  client: webApi.WebClient,
  { channel, under }: { channel: string; under?: string },
  once: string,
  since: number,
  log: Logger,
): Promise<string | undefined> {
  const oldest = String(Math.max(0, since / 1000));
  const common = { channel, oldest, limit: mostMessages, include_all_metadata: true };
  try {
    let cursor: string | undefined;
    for (let page = 0; page < mostPages; page++) {
      const params = cursor === undefined ? common : { ...common, cursor };
      const { messages = [], response_metadata } = await retryAfter429(() =>
        under === undefined
          ? client.conversations.history(params)
          : client.conversations.replies({ ...params, ts: under }),
      );
      const found = (messages as PostedMessage[]).find((m) => m.metadata?.event_payload?.once === once);
      if (found) return found.ts;
      cursor = response_metadata?.next_cursor || undefined;
      if (cursor === undefined) return undefined;
    }
    log.warn({ channel }, 'Slack: looked through many messages and did not find whether an alert had arrived');
    return undefined;
  } catch (error) {
    if (errorCodeOf(error) === undefined) throw error;
    log.info({ channel, err: errorCodeOf(error) }, 'Slack: could not look whether an alert had arrived');
    return undefined;
  }
}
