import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Adapter } from '../adapters/adapter.ts';
import type { Alerts } from '../alerts/alerts.ts';

/** Something besides the platforms that runs until the program ends: a server, a schedule. */
export interface BackgroundService {
  /** Returns one line that says what it does; undefined where nobody needs to know. */
  start(): Promise<string | undefined>;
  /** Takes nothing more, then finishes or gives up what is in flight. */
  stop(): Promise<void>;
  /** Settles only when it cannot go on. */
  failed?: Promise<Error>;
}

interface LifecycleOptions {
  adapters: readonly Adapter[];
  services: readonly BackgroundService[];
  /** Undefined in a process that tells nobody of its own accord. */
  alerts: Alerts | undefined;
  print(line: string): void;
  log: Logger;
  /** Called before anything stops. */
  ending?: () => void;
}

const stopAtMost = 30_000;

/** Runs everything until the program is told to stop or one of them cannot go on. Throws the error. */
export async function runUntilStopped({
  adapters,
  services: doors,
  alerts,
  print: say,
  log,
  ending,
}: LifecycleOptions): Promise<void> {
  const told = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  try {
    for (const one of [...doors, ...adapters]) {
      const line = await one.start();
      if (line) say(line);
    }
    alerts?.start();
    const failure = await Promise.race([told, ...[...doors, ...adapters].flatMap(({ failed }) => failed ?? [])]);
    if (failure) throw failure;
  } finally {
    ending?.();
    // What comes in first, then what goes out; what is only promised by then is told after the next start.
    const stopped = [...doors, ...adapters].map((one) =>
      one.stop().catch((error) => log.error({ err: error }, 'could not stop in order')),
    );
    await within(Promise.all(stopped), 'answers', log);
    await within(alerts?.stop(), 'deliveries', log);
  }
}

/** What is not done in time is left: alerts are promised in the database, and go on with the next start. */
async function within(work: Promise<unknown> | undefined, what: string, log: Logger): Promise<void> {
  const late = sleep(stopAtMost, 'late', { ref: false });
  if ((await Promise.race([work, late])) === 'late') log.warn({ what }, 'stopped before all was finished');
}
