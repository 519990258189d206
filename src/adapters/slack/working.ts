import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { MessageOrigin } from './message-context.ts';

const statusAtMost = 1000;

/** "is looking …" under a question, until it is answered. Never fails. */
interface Working {
  begin(): void;
  /** Resolves when Slack shows it, after a second at most. */
  shown(): Promise<void>;
  /** Slack has removed it, as it does when an answer is posted in the thread. */
  cleared(): void;
  /** Removes it, unless it is gone. */
  end(): Promise<void>;
}

export function showWorking(
  client: webApi.WebClient,
  { thread, hidden, channel }: MessageOrigin,
  log: Logger,
): Working {
  let showing: Promise<unknown> | undefined;
  const set = async (status: string) => {
    await client.assistant.threads
      .setStatus({ channel_id: channel, thread_ts: thread ?? '', status })
      .catch((error: Error) => log.debug({ err: error.message }, 'Slack: the status could not be set'));
  };
  return {
    begin() {
      if (thread !== undefined && !hidden) showing = set('is looking through the incidents…');
    },
    async shown() {
      await Promise.race([showing, sleep(statusAtMost, undefined, { ref: false })]);
    },
    cleared() {
      showing = undefined;
    },
    async end() {
      if (showing === undefined) return;
      await showing;
      await set('');
    },
  };
}
