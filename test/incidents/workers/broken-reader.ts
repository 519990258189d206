import { setTimeout as sleep } from 'node:timers/promises';
import type { ReadRequest } from '../../../src/incidents/workers/reader.ts';

/** Breaks at a ranking, as a thread without memory would; says of others what they measure. */
export async function runReadJob({ work }: ReadRequest): Promise<unknown> {
  const measure = work.kind === 'coverage' ? work.kind : work.query.measure;
  if (measure !== 'rank') return { measure };
  setImmediate(() => {
    throw new Error('broken');
  });
  return sleep(60_000);
}
