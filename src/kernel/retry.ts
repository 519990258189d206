import { setTimeout as sleep } from 'node:timers/promises';
import { day } from './duration.ts';

/**
 * Milliseconds to wait after `tries` earlier failures: `first`, doubled each time up to `longest`, minus a random part
 * of up to half.
 */
export const backoff = (tries: number, { first, longest }: { first: number; longest: number }): number =>
  Math.round(Math.min(longest, first * 2 ** tries) * (0.5 + Math.random() / 2));

/**
 * Milliseconds to wait by a Retry-After header, seconds or a date (RFC 9110, 10.2.3): 0 to a day; undefined if absent
 * or invalid.
 */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? undefined : Math.min(day, Math.max(0, wait));
}

/**
 * Runs work until it succeeds. `wait` gets each error and the number of failures before it, and returns the milliseconds
 * until the next try, or undefined to give up. Throws the last error, or an AbortError.
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
