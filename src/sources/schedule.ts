import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { second } from '../kernel/duration.ts';
import type { Sources } from './sources.ts';

const pollInterval = second;
const maxConcurrent = 2;

export interface Schedule {
  start(): void;
  /** Starts nothing more and aborts running fetches, which continue from their last page the next time. */
  stop(): Promise<void>;
}

/** Runs each source when it is due, at most two at a time. Failures are logged. */
export function createSchedule(sources: Sources, log: Logger): Schedule {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = new Map<number, Promise<unknown>>();
  let polling: Promise<void> | undefined;

  function begin(id: number): void {
    const work = sources
      .run(id, signal)
      .catch((error) => log.error({ err: error, source: id }, 'a source could not be run'))
      .finally(() => running.delete(id));
    running.set(id, work);
  }

  async function poll(): Promise<void> {
    while (!signal.aborted) {
      try {
        const due = (await sources.due(maxConcurrent + running.size)).filter((id) => !running.has(id));
        for (const id of due.slice(0, maxConcurrent - running.size)) begin(id);
      } catch (error) {
        log.error({ err: error }, 'due sources could not be read');
      }
      await sleep(pollInterval, undefined, { signal }).catch(() => undefined);
    }
  }

  return {
    start() {
      polling = poll();
    },
    async stop() {
      stopping.abort();
      await polling;
      await Promise.all(running.values());
    },
  };
}
