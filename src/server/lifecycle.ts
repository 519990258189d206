import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Adapter } from '../adapters/adapter.ts';
import type { Alerts } from '../alerts/alerts.ts';
import { second } from '../kernel/duration.ts';

/** A service besides the platforms that runs until the program ends: a server, a schedule. */
export interface BackgroundService {
  /** Returns a line for the user that says what is running; undefined for none. */
  start(): Promise<string | undefined>;
  /** Accepts nothing more, then finishes or aborts what is in flight. */
  stop(): Promise<void>;
  /** Resolves only when it cannot continue. */
  failed?: Promise<Error>;
}

interface LifecycleOptions {
  adapters: readonly Adapter[];
  services: readonly BackgroundService[];
  /** Undefined in a process that delivers no alerts. */
  alerts: Alerts | undefined;
  print(line: string): void;
  log: Logger;
  /** Called before anything stops. */
  ending?: () => void;
}

const stopTimeout = 30 * second;

/** Starts everything, and stops it in order on SIGINT, SIGTERM, or when one of them cannot continue. Throws the error of that one. */
export async function runUntilStopped({
  adapters,
  services,
  alerts,
  print,
  log,
  ending,
}: LifecycleOptions): Promise<void> {
  const signalled = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  try {
    for (const one of [...services, ...adapters]) {
      const line = await one.start();
      if (line) print(line);
    }
    alerts?.start();
    const failure = await Promise.race([
      signalled,
      ...[...services, ...adapters].flatMap(({ failed }) => failed ?? []),
    ]);
    if (failure) throw failure;
  } finally {
    ending?.();
    // What comes in first, then what goes out; queued alerts are delivered after the next start.
    const stopped = [...services, ...adapters].map((one) =>
      one.stop().catch((error) => log.error({ err: error }, 'could not be stopped cleanly')),
    );
    await within(Promise.all(stopped), 'answers', log);
    await within(alerts?.stop(), 'deliveries', log);
  }
}

/** Waits for the work for 30 seconds at most: queued alerts are in the database, and are delivered after the next start. */
async function within(work: Promise<unknown> | undefined, what: string, log: Logger): Promise<void> {
  const late = sleep(stopTimeout, 'late', { ref: false });
  if ((await Promise.race([work, late])) === 'late') log.warn({ what }, 'stopped before everything was finished');
}
