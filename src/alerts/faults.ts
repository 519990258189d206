import type { Logger } from 'pino';
import type { Subscription } from './subscriptions.ts';

/** How often something fails before it is itself taken for the cause, rather than a database that was away. */
const persistentFrom = 3;
const mostRemembered = 10_000;

type Fallback<T> = (error: Error, persistent: boolean) => T | Promise<T>;

/** Isolates failures: what fails persistently is quarantined and logged once, and stops nothing else. */
export interface Faults {
  /**
   * Returns what the work does, or the fallback's value where it throws. A failure is transient until it has recurred
   * three times (`persistent`); transient ones are thrown again by `throwTransient`. `subject` identifies the work.
   */
  guard<T>(subject: string, work: () => Promise<T>, fallback: Fallback<T>): Promise<T>;
  /** Something is wrong and was worked around: logged the first time. */
  report(subject: string, error: Error): void;
  /** Throws the last transient failure since it was called before, so that the run is repeated from its cursor. */
  throwTransient(): void;
}

/** Isolates failures of single subscriptions. */
export interface SubscriptionFaults extends Pick<Faults, 'guard'> {
  /** Returns what the work for a subscription does, or the fallback where it throws; a persistent failure quarantines it. */
  guardOne<T>(subscription: Subscription, work: () => Promise<T>, fallback: T): Promise<T>;
  /** Marks a subscription with what is wrong about it, for its channel and its owner. */
  mark(subscription: Subscription, error: Error): Promise<void>;
  /** Marks a subscription whose failure is certain to recur, and logs it once. */
  quarantine(subscription: Subscription, error: Error): Promise<void>;
}

/** Counts failures by subject, in memory. */
export function createFaults(log: Logger): Faults {
  const failures = new Map<string, number>();
  let transient: Error | undefined;

  function count(subject: string): number {
    const failed = (failures.get(subject) ?? 0) + 1;
    if (failures.size >= mostRemembered) failures.clear();
    failures.set(subject, failed);
    return failed;
  }
  function logFault(subject: string, error: Error): void {
    log.error({ what: subject, err: error }, 'alerts: quarantined');
  }
  return {
    async guard(subject, work, fallback) {
      try {
        return await work();
      } catch (thrown) {
        const error = thrown as Error;
        const failed = count(subject);
        if (failed < persistentFrom) transient = error;
        else if (failed === persistentFrom) logFault(subject, error);
        return fallback(error, failed >= persistentFrom);
      }
    },
    report(subject, error) {
      if (count(subject) === 1) logFault(subject, error);
    },
    throwTransient() {
      const error = transient;
      transient = undefined;
      if (error) throw error;
    },
  };
}
