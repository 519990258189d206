import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Sources } from './sources.ts';

const pause = 1000;
const beside = 2;

export interface Schedule {
  start(): void;
  /** Begins nothing more; what is being fetched is given up and goes on from its last page the next time. */
  stop(): Promise<void>;
}

/** Runs each source when its time has come, two beside one another. */
export function createSchedule(sources: Sources, log: Logger): Schedule {
  const stopping = new AbortController();
  const { signal } = stopping;
  const busy = new Map<number, Promise<unknown>>();
  let looking: Promise<void> | undefined;

  function begin(id: number): void {
    const work = sources
      .run(id, signal)
      .catch((error) => log.error({ err: error, source: id }, 'a source could not be run'))
      .finally(() => busy.delete(id));
    busy.set(id, work);
  }

  async function look(): Promise<void> {
    while (!signal.aborted) {
      try {
        const due = (await sources.due(beside + busy.size)).filter((id) => !busy.has(id));
        for (const id of due.slice(0, beside - busy.size)) begin(id);
      } catch (error) {
        log.error({ err: error }, 'sources could not be looked at');
      }
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  return {
    start() {
      looking = look();
    },
    async stop() {
      stopping.abort();
      await looking;
      await Promise.all(busy.values());
    },
  };
}
