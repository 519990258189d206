import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Alerts } from '../alerts/alerts.ts';
import { second } from '../kernel/duration.ts';
import { createBulkheads } from './bulkheads.ts';
import type { Platform } from './platform.ts';

/** A service besides the platforms that runs until the program ends: a server, a schedule. */
export interface BackgroundService {
  /** Returns a line for the user that says what is running; undefined for none. */
  start(): Promise<string | undefined>;
  /** Accepts nothing more, then finishes or aborts what is in flight. */
  stop(): Promise<void>;
  /** Resolves only when it cannot continue. */
  failed?: Promise<Error>;
  /** People use it: the program is of use with it alone. */
  door?: boolean;
}

interface LifecycleOptions {
  adapters: readonly Platform[];
  services: readonly BackgroundService[];
  /** Undefined in a process that delivers no alerts. */
  alerts: Alerts | undefined;
  print(line: string): void;
  log: Logger;
  /** Called before anything stops. */
  ending?: () => void;
}

const stopTimeout = 30 * second;

/**
 * Starts everything, and stops it in order on SIGINT, SIGTERM, when a service cannot continue, or when no platform can and
 * nothing else is left. Throws the error of that one.
 */
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
  const platforms = createBulkheads(adapters, { others: services.some(({ door }) => door), print, log });
  try {
    for (const one of services) {
      const line = await one.start();
      if (line) print(line);
    }
    await platforms.start();
    alerts?.start();
    const failure = await Promise.race([
      signalled,
      ...(adapters.length > 0 ? [platforms.failed] : []),
      ...services.flatMap(({ failed }) => failed ?? []),
    ]);
    if (failure) throw failure;
  } finally {
    platforms.stop();
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
