import type { Readable } from 'node:stream';

/** One stream of rows: a file, or one entry of an archive. `size` in bytes of the raw file, where known. */
export interface SourceStream {
  name: string;
  stream: Readable;
  size: number;
  /** Raw bytes read so far, for progress. */
  read(): number;
  /** The path of an Excel workbook, which is no stream of text. */
  workbook?: string;
  /** Tells this file from others, and from itself once changed; local files only. */
  identity?: string;
}
