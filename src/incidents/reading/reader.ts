import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../../database/open.ts';
import type { Query } from '../query.ts';
import { openIncidents } from '../store/index.ts';

/** What may take long. */
export type Work = { kind: 'find' | 'chosen'; query: Query } | { kind: 'coverage' };
/** What is asked of a reader, and what it says to it. */
export interface Asked {
  number: number;
  work: Work;
}
export type Said = { number: number; result: unknown } | { number: number; error: Error };

// One thread with its own connection: does one piece of work after the other.
const { name } = workerData as { name: string };
const opened = openDatabase(name).then(openIncidents);

parentPort?.on('message', async ({ number, work }: Asked) => {
  try {
    const incidents = await opened;
    const result = await (work.kind === 'coverage' ? incidents.coverage() : incidents[work.kind](work.query));
    parentPort?.postMessage({ number, result } satisfies Said);
  } catch (error) {
    parentPort?.postMessage({ number, error: error as Error } satisfies Said);
  }
});
