import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import { minute } from '../../kernel/duration.ts';
import type { Coverage } from '../data-profile.ts';
import type { Query } from '../query.ts';
import type { Result } from '../result.ts';
import type { SelectedRows } from '../scan.ts';
import type { ReadJob, ReadRequest } from './reader.ts';

interface Bounds {
  /** Threads that stay once they have begun; others end when nothing was asked of them for minutes. */
  least: number;
  most: number;
}

const idleAtMost = 5 * minute;
const program = new URL('./reader.ts', import.meta.url);

/**
 * Threads that read a database file, begun with the first question. Each has one piece of work at a time; the rest wait
 * in order. One that breaks fails its own alone; the next piece begins another.
 */
export function createPool(name: string, { least, most }: Bounds, thread: URL = program) {
  let pool: Tinypool | undefined;
  const open = () =>
    new Tinypool({
      filename: fileURLToPath(thread),
      runtime: 'worker_threads',
      minThreads: least,
      maxThreads: most,
      idleTimeout: idleAtMost,
      concurrentTasksPerWorker: 1,
    });
  const ask = (work: ReadJob): Promise<unknown> => {
    pool ??= open();
    return pool.run({ name, work } satisfies ReadRequest, { name: 'runReadJob' });
  };
  return {
    find: (query: Query) => ask({ kind: 'find', query }) as Promise<Result>,
    selectRows: (query: Query) => ask({ kind: 'selectRows', query }) as Promise<SelectedRows>,
    coverage: () => ask({ kind: 'coverage' }) as Promise<Coverage>,
    close: async (): Promise<void> => {
      await pool?.destroy();
      pool = undefined;
    },
  };
}
