import type { Readable } from 'node:stream';

/** The content of a file, or of a file in an archive. `size`: bytes of the raw file. */
export interface SourceStream {
  name: string;
  stream: Readable;
  size: number;
  /** Raw bytes read so far, for progress. */
  read(): number;
  /** The path of an Excel workbook, which is read from there instead of from the stream. */
  workbook?: string;
  /** Identifies a local file in this state: it changes with the file's size or time. */
  identity?: string;
}
