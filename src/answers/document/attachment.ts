import type { Chart } from './chart.ts';
import type { PlaceMap } from './place-map.ts';

/** What can be drawn: a series, a ranking, places. */
export type Drawing = ({ kind: 'chart' } & Chart) | ({ kind: 'map' } & PlaceMap);

/** Draws a chart or a map as PNG; undefined where a picture would say no more than words. */
export type Draw = (drawing: Drawing, theme: 'light' | 'dark') => Promise<Uint8Array> | undefined;

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
export const inMemory =
  (make: () => Promise<Uint8Array<ArrayBuffer>>): Attachment['use'] =>
  async (work) =>
    work(new Blob([await make()]));

export const isPicture = ({ mediaType }: Attachment): boolean => mediaType.startsWith('image/');
