import { setTimeout as sleep } from 'node:timers/promises';
import type { SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { backoff, retry } from '../../kernel/retry.ts';
import { AdapterError } from '../adapter.ts';
import { explainToken } from './error-messages.ts';
import { errorCodeOf } from './retry-after-429.ts';

export interface Connection {
  /** Resolves once connected; throws what Slack says. */
  open(): Promise<void>;
  close(): Promise<void>;
  connected(): boolean;
  failed: Promise<AdapterError>;
}

const closeAtMost = 2000;
const pauses = { first: 250, longest: 30_000 };

/**
 * Socket Mode kept open by us: the client's own reconnecting waits five seconds, and ends the process with an
 * unhandled rejection when a token is revoked.
 */
export function createConnection(receiver: SocketModeReceiver, log: Logger): Connection {
  const { promise: failed, resolve: fail } = Promise.withResolvers<AdapterError>();
  const closing = new AbortController();
  let connected = false;

  /** Connects, and says when that connection will be gone. */
  async function connect(start: () => Promise<unknown>): Promise<{ gone: Promise<void> }> {
    const gone = new Promise<void>((resolve) => receiver.client.once('disconnected', () => resolve()));
    await start();
    connected = true;
    gone.then(() => {
      connected = false;
    });
    return { gone };
  }

  /** Undefined when it is closing or Slack will have us no longer. */
  async function reconnect(): Promise<{ gone: Promise<void> } | undefined> {
    if (closing.signal.aborted) return undefined;
    const start = () => connect(() => receiver.client.start());
    return retry(start, pauseAfter, closing.signal).catch(() => undefined);
  }

  function pauseAfter(error: unknown, tries: number): number | undefined {
    const words = explainToken(errorCodeOf(error), 'SLACK_APP_TOKEN');
    if (words === undefined) {
      log.warn({ err: (error as Error).message, tries }, 'Slack: not connected yet');
      return backoff(tries, pauses);
    }
    fail(new AdapterError(words));
    return undefined;
  }

  async function keep(first: { gone: Promise<void> }): Promise<void> {
    for (let now: typeof first | undefined = first; now; now = await reconnect()) {
      await now.gone;
      if (!closing.signal.aborted) log.info('Slack: the connection is gone; connecting again');
    }
  }

  return {
    failed,
    connected: () => connected,
    async open() {
      // The receiver also opens the pages of an installation, once.
      keep(await connect(() => receiver.start()));
    },
    async close() {
      closing.abort();
      const closed = new Promise((resolve) => receiver.client.once('disconnected', resolve));
      await receiver.stop();
      await Promise.race([closed, sleep(closeAtMost, undefined, { ref: false })]);
    },
  };
}
