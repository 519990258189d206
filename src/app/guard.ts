import type { Logger } from 'pino';
import { withReference } from '../kernel/log.ts';

/** The result of `work`; if it throws, logs the error under a reference and returns what `fallback` makes of that reference. Never rejects. */
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
