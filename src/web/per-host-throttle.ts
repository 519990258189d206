import { setTimeout as sleep } from 'node:timers/promises';
import { FetchError, rateLimited } from './fetch-error.ts';

/** Keeps requests to one host `distance` milliseconds apart, and makes none while a host is rate-limiting us. */
export function createHostThrottle(distance: number, now: () => number = Date.now) {
  const nextSlot = new Map<string, number>();
  const blockedUntil = new Map<string, number>();
  return {
    /** Waits for a slot. Throws FetchError while the host is rate-limiting us, and AbortError. */
    async acquire(host: string, signal?: AbortSignal): Promise<void> {
      const left = (blockedUntil.get(host) ?? 0) - now();
      if (left > 0) throw new FetchError(rateLimited(host, left), { status: 429, wait: left });
      blockedUntil.delete(host);
      const at = Math.max(now(), nextSlot.get(host) ?? 0);
      nextSlot.set(host, at + distance);
      if (at > now()) await sleep(at - now(), undefined, { signal });
    },
    /** Blocks a host for so many milliseconds. */
    backOff(host: string, wait: number): void {
      blockedUntil.set(host, Math.max(blockedUntil.get(host) ?? 0, now() + wait));
    },
  };
}
