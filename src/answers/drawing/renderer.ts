import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import type { DrawingJob } from './draw.ts';
import type { Theme } from './theme.ts';

export interface PictureRenderer {
  /** A PNG. Throws PictureError when it takes too long or too many wait. */
  draw(drawing: DrawingJob, theme: Theme): Promise<Uint8Array<ArrayBuffer>>;
  /** Lets what is drawn finish, and ends the threads. */
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
}

const idleAtMost = 5 * 60_000;

/** Draws beside the event loop: threads start with the first picture and end when none is wanted for minutes. */
export function createPictureRenderer({ threads = 1, waiting = 32, patience = 15_000 }: Bounds = {}): PictureRenderer {
  let pool: Tinypool | undefined;
  const open = () =>
    new Tinypool({
      filename: fileURLToPath(new URL('./worker.ts', import.meta.url)),
      runtime: 'worker_threads',
      minThreads: 0,
      maxThreads: threads,
      maxQueue: waiting,
      idleTimeout: idleAtMost,
      concurrentTasksPerWorker: 1,
    });
  return {
    async draw(drawing, theme) {
      pool ??= open();
      try {
        const signal = AbortSignal.timeout(patience);
        return await pool.run({ drawing, theme }, { name: 'png', signal });
      } catch (error) {
        throw new PictureError(`No picture of this ${drawing.kind}: ${(error as Error).message}`, { cause: error });
      }
    },
    async close() {
      await pool?.destroy();
      pool = undefined;
    },
  };
}
