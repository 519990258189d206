import type { DrawingJob } from './draw.ts';
import { pngOf } from './draw.ts';
import type { Theme } from './theme.ts';

/** What a drawing thread is asked for. */
export const png = ({ drawing, theme }: { drawing: DrawingJob; theme: Theme }): Promise<Uint8Array> =>
  pngOf(drawing, theme);

/** Nothing: a thread that answers has loaded what it draws with. */
export const ready = (): void => undefined;
