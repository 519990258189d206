import type { Logger } from 'pino';
import type { Subscription } from './subscriptions.ts';

/** How often something has to fail, look after look, before it is not only the database that was away. */
const believedAt = 3;
const mostKept = 10_000;

type Otherwise<T> = (error: Error, believed: boolean) => T | Promise<T>;

export interface Faults {
  /**
   * What the work comes to. Where it fails, `otherwise` says what to go on with; until it has failed in several looks
   * (`believed`) that is only for now, and `settle` throws.
   */
  guard<T>(what: string, work: () => Promise<T>, otherwise: Otherwise<T>): Promise<T>;
  /** Something is not as it should be, and is gone round: logged once. */
  note(what: string, error: Error): void;
  /** Throws what has failed since the last time and may yet go well: everything is to be looked at again. */
  settle(): void;
}

/** What goes wrong with one subscription is its own. */
export interface Apart extends Pick<Faults, 'guard'> {
  /** Does something of one; where it fails, goes on with `otherwise`. */
  each<T>(of: Subscription, work: () => Promise<T>, otherwise: T): Promise<T>;
  /** It failed, and will. */
  aside(of: Subscription, error: Error): Promise<void>;
}

/** Remembers what throws, so that it is put aside by itself, is logged once, and stops nothing else. */
export function createFaults(log: Logger): Faults {
  const times = new Map<string, number>();
  let doubted: Error | undefined;

  /** Returns how often it has failed by now. */
  function count(what: string): number {
    const failed = (times.get(what) ?? 0) + 1;
    if (times.size >= mostKept) times.clear();
    times.set(what, failed);
    return failed;
  }
  function put(what: string, error: Error): void {
    log.error({ what, err: error }, 'alerts: put aside');
  }
  return {
    async guard(what, work, otherwise) {
      try {
        return await work();
      } catch (thrown) {
        const error = thrown as Error;
        const failed = count(what);
        if (failed < believedAt) doubted = error;
        else if (failed === believedAt) put(what, error);
        return otherwise(error, failed >= believedAt);
      }
    },
    note(what, error) {
      if (count(what) === 1) put(what, error);
    },
    settle() {
      const error = doubted;
      doubted = undefined;
      if (error) throw error;
    },
  };
}
