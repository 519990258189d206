import { setTimeout as sleep } from 'node:timers/promises';
import { FetchError } from './fetch-error.ts';

/** When each host may be asked again: requests to one host keep a distance, and a host that asks for peace gets it. */
export function createHostThrottle(distance: number, now: () => number = Date.now) {
  const free = new Map<string, number>();
  const quiet = new Map<string, number>();
  return {
    /** Waits for the turn. Throws FetchError while the host is to be left alone. */
    async acquire(host: string, signal?: AbortSignal): Promise<void> {
      const left = (quiet.get(host) ?? 0) - now();
      if (left > 0)
        throw new FetchError(`${host} has asked to be left alone for a while.`, { status: 429, wait: left });
      quiet.delete(host);
      const at = Math.max(now(), free.get(host) ?? 0);
      free.set(host, at + distance);
      if (at > now()) await sleep(at - now(), undefined, { signal });
    },
    backOff(host: string, wait: number): void {
      quiet.set(host, Math.max(quiet.get(host) ?? 0, now() + wait));
    },
  };
}
