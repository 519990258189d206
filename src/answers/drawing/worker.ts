import type { DrawingJob } from './draw.ts';
import { pngOf } from './draw.ts';
import type { Theme } from './theme.ts';

/** A drawing thread's task: draws a PNG. */
export const png = ({ drawing, theme }: { drawing: DrawingJob; theme: Theme }): Promise<Uint8Array> =>
  pngOf(drawing, theme);

/** Does nothing: a thread that returns has loaded its libraries. */
export const ready = (): void => undefined;
