import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Adapter, AdapterError } from '../adapters/adapter.ts';
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

/**
 * Starts everything, and stops it in order on SIGINT, SIGTERM, or when a service or the last platform cannot continue.
 * Throws the error of that one. A platform that refuses its token does not end the others.
 */
export async function runUntilStopped(options: LifecycleOptions): Promise<void> {
  const { adapters, services, alerts, print, log, ending } = options;
  const signalled = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  try {
    for (const one of services) {
      const line = await one.start();
      if (line) print(line);
    }
    const connected = await connectAll(options);
    alerts?.start();
    const failure = await Promise.race([
      signalled,
      ...services.flatMap(({ failed }) => failed ?? []),
      ...(connected.length > 0 ? [lastFailure(connected, options)] : []),
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

/** Connects the platforms at the same time; returns those that are connected. Throws the error where none is. */
async function connectAll({ adapters, print, log }: LifecycleOptions): Promise<Adapter[]> {
  const connected: Adapter[] = [];
  const errors: unknown[] = [];
  const connect = async (one: Adapter) => {
    print(await one.start());
    connected.push(one);
  };
  await Promise.all(adapters.map((one) => connect(one).catch((error) => errors.push(error))));
  const [error] = [...errors.filter((e) => !(e instanceof AdapterError)), ...errors];
  if (error !== undefined && (connected.length === 0 || !(error instanceof AdapterError))) throw error;
  for (const refused of errors as AdapterError[]) reportWithout(refused, connected, { print, log });
  return connected;
}

/** Resolves with the error of the last platform that could continue; those that fail before it are reported and stopped. */
function lastFailure(connected: readonly Adapter[], { print, log }: LifecycleOptions): Promise<AdapterError> {
  const left = new Set(connected);
  return new Promise((resolve) => {
    for (const one of connected)
      one.failed.then(async (error) => {
        left.delete(one);
        if (left.size === 0) return resolve(error);
        reportWithout(error, [...left], { print, log });
        await one.stop().catch((err) => log.error({ err }, 'could not be stopped cleanly'));
      });
  });
}

/** Says what is wrong with one platform, and that the others continue. */
function reportWithout(
  { message }: AdapterError,
  others: readonly Adapter[],
  { print, log }: Pick<LifecycleOptions, 'print' | 'log'>,
): void {
  log.error(message);
  print(`${message} ${others.map((one) => one.name).join(' and ')} continues without it.`);
}

/** Waits for the work for 30 seconds at most: queued alerts are in the database, and are delivered after the next start. */
async function within(work: Promise<unknown> | undefined, what: string, log: Logger): Promise<void> {
  const late = sleep(stopTimeout, 'late', { ref: false });
  if ((await Promise.race([work, late])) === 'late') log.warn({ what }, 'stopped before everything was finished');
}
