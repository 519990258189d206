import { parentPort } from 'node:worker_threads';
import type { Asked } from '../../../src/incidents/reading/reader.ts';

// Breaks at a ranking, as a thread without memory would; says of others what they measure.
parentPort?.on('message', ({ number, work }: Asked) => {
  const measure = work.kind === 'coverage' ? work.kind : work.query.measure;
  if (measure === 'rank') throw new Error('broken');
  parentPort?.postMessage({ number, result: { measure } });
});
