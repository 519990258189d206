import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import { minute } from '../../kernel/duration.ts';
import type { Coverage } from '../data-profile.ts';
import type { Query } from '../query.ts';
import type { Result } from '../result.ts';
import type { SelectedRows } from '../scan.ts';
import type { ReadJob, ReadRequest } from './reader.ts';

interface Bounds {
  /** Threads that stay once started; the others end after five idle minutes. */
  least: number;
  most: number;
}

const idleTimeout = 5 * minute;
const program = new URL('./reader.ts', import.meta.url);

/**
 * A pool of threads that read a database file, started with the first job. A thread runs one job at a time; further jobs
 * wait in order. A thread that crashes fails its own job only, and the next job starts another.
 */
export function createPool(name: string, { least, most }: Bounds, thread: URL = program) {
  let pool: Tinypool | undefined;
  const open = () =>
    new Tinypool({
      filename: fileURLToPath(thread),
      runtime: 'worker_threads',
      minThreads: least,
      maxThreads: most,
      idleTimeout,
      concurrentTasksPerWorker: 1,
    });
  const run = (job: ReadJob): Promise<unknown> => {
    pool ??= open();
    return pool.run({ name, job } satisfies ReadRequest, { name: 'runReadJob' });
  };
  return {
    find: (query: Query) => run({ kind: 'find', query }) as Promise<Result>,
    selectRows: (query: Query) => run({ kind: 'selectRows', query }) as Promise<SelectedRows>,
    coverage: () => run({ kind: 'coverage' }) as Promise<Coverage>,
    close: async (): Promise<void> => {
      await pool?.destroy();
      pool = undefined;
    },
  };
}
