import type { Frame } from './frame.ts';

/** What is wrong with a frame; answers have the words. `slot`: where. */
export type FrameProblem = { slot: keyof Frame } & (
  | { wrong: 'unknown'; said: string }
  /** "Iraq except Baghdad" where one name belongs; `out`: what is to be left out. */
  | { wrong: 'not-one'; said: string; out?: string }
  | { wrong: 'not-a-day'; said: string }
  /** What ends before it begins; dates as they were given. */
  | { wrong: 'backwards'; start: string; end: string }
  /** A distance from what has no centre, such as a country. */
  | { wrong: 'no-centre'; said: string }
  /** A place slot without a place, a line without its other end, or a `to` that is no line's. */
  | { wrong: 'incomplete'; missing: 'place' | 'to' | 'between' }
  /** The same entity asked for and left out, or twice as the two sides of a fight. */
  | { wrong: 'contradiction'; said: string }
  | { wrong: 'invalid'; said: string }
);
