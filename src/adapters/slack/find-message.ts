import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { errorCodeOf, retryAfter429 } from './retry-after-429.ts';

const mostMessages = 100;

/** What a message of ours carries. */
interface PostedMessage {
  ts?: string;
  thread_ts?: string;
  metadata?: { event_type?: string; event_payload?: { once?: unknown } };
}

/**
 * The time stamp of a message with that name in its metadata, posted since then (milliseconds); undefined where there is
 * none, or where it cannot be looked for: without the scope channels:history (groups:history in private channels). A reply is looked for by its thread.
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
    const asked = { channel, oldest, limit: mostMessages, include_all_metadata: true };
    const { messages = [] } = await retryAfter429(() =>
      under === undefined ? client.conversations.history(asked) : client.conversations.replies({ ...asked, ts: under }),
    );
    return (messages as PostedMessage[]).find((m) => m.metadata?.event_payload?.once === once)?.ts;
  } catch (error) {
    if (errorCodeOf(error) === undefined) throw error;
    log.info({ channel, err: errorCodeOf(error) }, 'Slack: could not look whether an alert had arrived');
    return undefined;
  }
}
