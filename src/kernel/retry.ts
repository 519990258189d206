import { setTimeout as sleep } from 'node:timers/promises';
import { day } from './duration.ts';

/** Milliseconds to wait after `tries` earlier failures: `first`, doubled each time up to `longest`, less up to half by chance. */
export const backoff = (tries: number, { first, longest }: { first: number; longest: number }): number =>
  Math.round(Math.min(longest, first * 2 ** tries) * (0.5 + Math.random() / 2));

/** Retry-After as seconds or as a date (RFC 9110, 10.2.3), in milliseconds from now; at most a day. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? undefined : Math.min(day, Math.max(0, wait));
}

/**
 * Does the work again until it succeeds. `wait` gets the error and how many failures came before it, and returns the
 * milliseconds until the next try, or undefined when trying again is no use. Throws that error, or an AbortError.
 */
export async function retry<T>(
  work: () => Promise<T>,
  wait: (error: unknown, tries: number) => number | undefined,
  signal?: AbortSignal,
): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const pause = wait(error, tries);
      if (pause === undefined) throw error;
      await sleep(pause, undefined, { signal });
    }
  }
}
