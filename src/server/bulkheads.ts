import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { minute, second } from '../kernel/duration.ts';
import { backoff } from '../kernel/retry.ts';
import type { Platform } from './platform.ts';

interface BulkheadOptions {
  /** Whether something else is left that people use: the HTTP server. */
  others: boolean;
  print(line: string): void;
  log: Logger;
  pauses?: { first: number; longest: number };
}

const patience = { first: 30 * second, longest: 30 * minute };

/**
 * Platforms that end one another no more than they end alerts, HTTP and sources: one that does not start, or refuses the
 * connection for good, is said and tried again. `failed` resolves once none is left, and nothing else.
 */
export function createBulkheads(
  platforms: readonly Platform[],
  { others, print, log, pauses = patience }: BulkheadOptions,
) {
  const { promise: failed, resolve: fail } = Promise.withResolvers<Error>();
  const stopping = new AbortController();
  const up = new Set<Platform>();

  async function begin(one: Platform): Promise<Error | undefined> {
    try {
      print(await one.start());
      up.add(one);
      void one.failed.then((error) => ended(one, error));
      return undefined;
    } catch (error) {
      return error as Error;
    }
  }

  async function ended(one: Platform, error: Error): Promise<void> {
    up.delete(one);
    if (stopping.signal.aborted) return;
    if (up.size === 0 && !others) return fail(error);
    await one.stop().catch((err) => log.warn({ err, platform: one.name }, 'a platform could not be stopped cleanly'));
    void again(one, error);
  }

  async function again(one: Platform, error: Error): Promise<void> {
    for (let [tries, last]: [number, Error | undefined] = [0, error]; last && !stopping.signal.aborted; tries++) {
      const pause = backoff(tries, pauses);
      log.error({ platform: one.name, why: last.message, tries }, 'a platform is not connected; the others go on');
      print(`${last.message} Everything else goes on; ${one.name} is tried again in ${Math.ceil(pause / second)} s.`);
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      one.renew();
      last = await begin(one);
    }
  }

  return {
    failed,
    /** Throws the first platform's error where none starts, and nothing else is left. */
    async start(): Promise<void> {
      const errors: [Platform, Error][] = [];
      for (const one of platforms) {
        const error = await begin(one);
        if (error) errors.push([one, error]);
      }
      const [first] = errors;
      if (first && up.size === 0 && !others) throw first[1];
      for (const [one, error] of errors) void again(one, error);
    },
    /** Tries nothing more. */
    stop: () => stopping.abort(),
  };
}
