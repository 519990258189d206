import { setTimeout as sleep } from 'node:timers/promises';
import type { ReadRequest } from '../../../src/incidents/workers/reader.ts';

/** Breaks at a ranking, as a thread without memory would; says of others what they measure. */
export async function runReadJob({ job }: ReadRequest): Promise<unknown> {
  const measure = job.kind === 'coverage' ? job.kind : job.query.measure;
  if (measure !== 'rank') return { measure };
  setImmediate(() => {
    throw new Error('broken');
  });
  return sleep(60_000);
}
