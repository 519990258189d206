import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import { minute } from '../../kernel/duration.ts';
import type { DrawingJob } from './draw.ts';
import type { Theme } from './theme.ts';

export interface PictureRenderer {
  /** A PNG. Throws PictureError when it takes too long or too many wait. */
  draw(drawing: DrawingJob, theme: Theme): Promise<Uint8Array<ArrayBuffer>>;
  /** Waits for pictures being drawn, and ends the threads. */
  close(): Promise<void>;
}

/** A picture that could not be drawn; the answer's words and table say the same. */
export class PictureError extends Error {}

interface Bounds {
  threads?: number;
  /** Pictures that may wait. */
  waiting?: number;
  /** Milliseconds for one picture, waiting included. */
  patience?: number;
  /** Pictures after which the threads are replaced. */
  perThread?: number;
}

const idleAtMost = 5 * minute;
/** resvg gives the 8 to 11 MB of a picture back only when its thread ends (thx/resvg-js#216): some 250 MB at most. */
const picturesPerThread = 25;

/** Where the pool is being closed it starts none. */
const startThread = (pool: Tinypool): Promise<void> => pool.run(undefined, { name: 'ready' }).catch(() => undefined);

/** Ends each thread after its current picture, and starts the next before it is needed. */
async function replaceThreads(pool: Tinypool): Promise<void> {
  await pool.recycleWorkers();
  await startThread(pool);
}

/**
 * Draws beside the event loop: threads start with the first picture, are replaced after so many, and end when none is
 * wanted for minutes.
 */
export function createPictureRenderer(bounds: Bounds = {}): PictureRenderer {
  const { threads = 1, waiting = 32, patience = 15_000, perThread = picturesPerThread } = bounds;
  let pool: Tinypool | undefined;
  let drawn = 0;
  const open = () =>
    new Tinypool({
      filename: fileURLToPath(new URL('./worker.ts', import.meta.url)),
      runtime: 'worker_threads',
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: idleAtMost,
      concurrentTasksPerWorker: 1,
    });
  return {
    async draw(drawing, theme) {
      pool ??= open();
      try {
        if (pool.queueSize >= waiting) throw new Error('too many are waiting');
        const signal = AbortSignal.timeout(patience);
        const png = await pool.run({ drawing, theme }, { name: 'png', signal });
        drawn += 1;
        if (drawn % perThread === 0) void replaceThreads(pool);
        return png;
      } catch (error) {
        // A picture that is given up takes its thread with it.
        if (pool.queueSize > 0) void startThread(pool);
        throw new PictureError(`No picture of this ${drawing.kind}: ${(error as Error).message}`, { cause: error });
      }
    },
    async close() {
      await pool?.destroy();
      pool = undefined;
    },
  };
}
