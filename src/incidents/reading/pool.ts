import { Worker } from 'node:worker_threads';
import type { Chosen } from '../everything.ts';
import type { Coverage } from '../held-data.ts';
import type { Result } from '../incidents.ts';
import type { Query } from '../query.ts';
import type { Asked, Said, Work } from './reader.ts';

interface Waiting {
  work: Work;
  resolve(result: unknown): void;
  reject(error: Error): void;
}
interface Reader {
  worker: Worker;
  busy: { number: number; waiting: Waiting } | undefined;
}

const program = new URL('./reader.ts', import.meta.url);

/**
 * Threads that read a database file, begun when they are needed and never more than `most`. Each has one piece of
 * work at a time; the rest wait in order. One that breaks fails its own alone; the next piece begins another.
 */
export function createPool(name: string, most: number, thread: URL = program) {
  const readers = new Set<Reader>();
  const queue: Waiting[] = [];
  let number = 0;

  function begin(): Reader {
    const worker = new Worker(thread, { workerData: { name } });
    worker.unref();
    const reader: Reader = { worker, busy: undefined };
    worker.on('message', (said: Said) => {
      if (said.number !== reader.busy?.number) return;
      const { waiting } = reader.busy;
      reader.busy = undefined;
      worker.unref();
      if ('error' in said) waiting.reject(said.error);
      else waiting.resolve(said.result);
      next();
    });
    const broken = (error: Error) => {
      readers.delete(reader);
      reader.busy?.waiting.reject(error);
      reader.busy = undefined;
      next();
    };
    worker.on('error', broken);
    worker.on('exit', (status) => readers.has(reader) && broken(new Error(`A reader ended with status ${status}.`)));
    readers.add(reader);
    return reader;
  }

  function next(): void {
    const free =
      [...readers].find((reader) => !reader.busy) ?? (readers.size < most && queue.length ? begin() : undefined);
    const waiting = free && queue.shift();
    if (!free || !waiting) return;
    free.busy = { number: ++number, waiting };
    // A process stays alive for what it waits for, and for no idle thread.
    free.worker.ref();
    free.worker.postMessage({ number, work: waiting.work } satisfies Asked);
    next();
  }

  const ask = (work: Work): Promise<unknown> =>
    new Promise((resolve, reject) => {
      queue.push({ work, resolve, reject });
      next();
    });

  return {
    find: (query: Query) => ask({ kind: 'find', query }) as Promise<Result>,
    chosen: (query: Query) => ask({ kind: 'chosen', query }) as Promise<Chosen>,
    coverage: () => ask({ kind: 'coverage' }) as Promise<Coverage>,
    close: async (): Promise<void> => {
      const all = [...readers];
      readers.clear();
      for (const { worker } of all) worker.removeAllListeners();
      await Promise.all(all.map(({ worker }) => worker.terminate()));
      const closed = new Error('The store was closed.');
      for (const waiting of [...all.flatMap(({ busy }) => busy?.waiting ?? []), ...queue.splice(0)])
        waiting.reject(closed);
    },
  };
}
