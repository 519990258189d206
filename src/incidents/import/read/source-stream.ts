import type { Readable } from 'node:stream';

/** The content of a file, or of a file in an archive. `size`: bytes of the raw file. */
export interface SourceStream {
  name: string;
  /** What was asked for: a path, an address, “ucdp” or “sample”. */
  given: string;
  stream: Readable;
  size: number;
  /** Raw bytes read so far, for progress. */
  read(): number;
  /** A sheet of an Excel workbook, which is read from its path instead of from the stream. */
  workbook?: { path: string; sheet: number };
  /** The archive or workbook that it is in. */
  within?: string;
  /** Why it is not read at all, to follow its name: "is not a data file". */
  unread?: string;
  /** Identifies a local file in this state: it changes with the file's size or time. */
  identity?: string;
}
