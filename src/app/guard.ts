import type { Logger } from 'pino';
import { withReference } from '../kernel/log.ts';

/** What was asked for, or, where that throws, what `otherwise` makes of the reference under which the error is logged. */
export const guarded = <T>(
  log: Logger,
  what: string,
  work: () => T | Promise<T>,
  fallback: (reference: string, error: unknown) => T,
): Promise<T> =>
  withReference(async (reference) => {
    try {
      return await work();
    } catch (error) {
      log.error({ err: error, what }, 'could not answer');
      return fallback(reference, error);
    }
  });
