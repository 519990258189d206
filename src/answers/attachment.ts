import type { Answer, Part } from './answer.ts';

/** Draws a chart or a map as PNG; undefined where a picture would say no more than words. */
export type Draw = (part: Part, theme: 'light' | 'dark') => Promise<Uint8Array> | undefined;

/** A file that goes with an answer. It is made when it is sent, so that an answer nobody opens costs nothing. */
export interface Attachment {
  /** "attacks-in-iraq-2016.csv": letters, digits, dots and dashes. */
  name: string;
  /** "text/csv" */
  mediaType: string;
  /** What is in it, in a sentence or more: the words beside a file, the description of a picture. */
  words: string;
  /** Hands over the bytes and clears up when the work is done; what is large lies on the disk and is read as it is sent. */
  use<T>(work: (bytes: Blob) => Promise<T>): Promise<T>;
  /** The same with pictures in it, for a file that has room for them. */
  drawnBy?(draw: Draw): Attachment['use'];
  /** The same with words in the place of its pictures, for where it would be too large with them. */
  undrawn?: Attachment['use'];
}

/** For what is small enough to be made in memory. */
export const made =
  (make: () => Promise<Uint8Array<ArrayBuffer>>): Attachment['use'] =>
  async (work) =>
    work(new Blob([await make()]));

export const isPicture = ({ mediaType }: Attachment): boolean => mediaType.startsWith('image/');

/** Every file that goes with an answer, in order: its own files, and the pictures of its charts and maps. */
export const attachmentsOf = ({ parts }: Answer): Attachment[] =>
  parts.flatMap((part) => {
    if (part.kind === 'file') return [part.file];
    return 'picture' in part && part.picture ? [part.picture] : [];
  });
