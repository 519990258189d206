import { setTimeout as sleep } from 'node:timers/promises';
import { type SocketModeReceiver, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { backoff, retry } from '../../kernel/retry.ts';
import { AdapterError } from '../adapter.ts';
import { explainToken } from './error-messages.ts';
import { errorCodeOf, retryAfter429 } from './retry-after-429.ts';

export interface Connection {
  /** Resolves once connected. Throws Slack's error. */
  open(): Promise<void>;
  close(): Promise<void>;
  connected(): boolean;
  failed: Promise<AdapterError>;
}

const closeAtMost = 2000;
const pauses = { first: 250, longest: 30_000 };

/**
 * Socket Mode with our own reconnecting: the client's waits five seconds, and ends the process with an unhandled
 * rejection when a token is revoked.
 */
export function createConnection(receiver: SocketModeReceiver, log: Logger): Connection {
  const { promise: failed, resolve: fail } = Promise.withResolvers<AdapterError>();
  const closing = new AbortController();
  let connected = false;

  /** Connects; `gone` resolves when that connection is lost. */
  async function connect(start: () => Promise<unknown>): Promise<{ gone: Promise<void> }> {
    const gone = new Promise<void>((resolve) => receiver.client.once('disconnected', () => resolve()));
    await start();
    connected = true;
    gone.then(() => {
      connected = false;
    });
    return { gone };
  }

  /** Undefined when closing, or when Slack refuses the token for good. */
  async function reconnect(): Promise<{ gone: Promise<void> } | undefined> {
    if (closing.signal.aborted) return undefined;
    const start = () => connect(() => receiver.client.start());
    return retry(start, pauseAfter, closing.signal).catch(() => undefined);
  }

  function pauseAfter(error: unknown, tries: number): number | undefined {
    // As long as Slack says, whatever our own pauses are.
    if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter * 1000;
    const words = explainToken(errorCodeOf(error), 'SLACK_APP_TOKEN');
    if (words === undefined) {
      log.warn({ err: (error as Error).message, tries }, 'Slack: not connected yet');
      return backoff(tries, pauses);
    }
    fail(new AdapterError(words));
    return undefined;
  }

  async function stayConnected(first: { gone: Promise<void> }): Promise<void> {
    for (let now: typeof first | undefined = first; now; now = await reconnect()) {
      await now.gone;
      if (!closing.signal.aborted) log.info('Slack: connection lost; reconnecting');
    }
  }

  return {
    failed,
    connected: () => connected,
    async open() {
      let start: () => Promise<unknown> = () => {
        start = () => receiver.client.start();
        // The receiver's first start also opens the installation pages.
        return receiver.start();
      };
      stayConnected(await connect(() => retryAfter429(() => start())));
    },
    async close() {
      closing.abort();
      const closed = new Promise((resolve) => receiver.client.once('disconnected', resolve));
      await receiver.stop();
      await Promise.race([closed, sleep(closeAtMost, undefined, { ref: false })]);
    },
  };
}
