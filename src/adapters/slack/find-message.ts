import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { errorCodeOf, retryAfter429 } from './retry-after-429.ts';

const mostMessages = 100;

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
  try {
    const params = { channel, oldest, limit: mostMessages, include_all_metadata: true };
    const { messages = [] } = await retryAfter429(() =>
      under === undefined
        ? client.conversations.history(params)
        : client.conversations.replies({ ...params, ts: under }),
    );
    return (messages as PostedMessage[]).find((m) => m.metadata?.event_payload?.once === once)?.ts;
  } catch (error) {
    if (errorCodeOf(error) === undefined) throw error;
    log.info({ channel, err: errorCodeOf(error) }, 'Slack: could not look whether an alert had arrived');
    return undefined;
  }
}
