import type { Frame } from './frame.ts';

/** What is wrong with a frame, and in which slot; frame-problem.ts in answers has the words. `said`: the name or value as written. */
export type FrameProblem = { slot: keyof Frame } & (
  | { wrong: 'unknown'; said: string }
  /** "Iraq and Syria", or "Iraq except Baghdad" (`whole`: "Iraq", may be empty; `out`: "Baghdad") where one name belongs. */
  | { wrong: 'not-one'; said: string; except?: { whole: string; out: string } }
  | { wrong: 'not-a-day'; said: string }
  /** A period that ends before it starts; the dates as given. */
  | { wrong: 'backwards'; start: string; end: string }
  /** A distance from a place without a position of its own, such as a country. */
  | { wrong: 'no-centre'; said: string }
  /** Two countries without a land border. */
  | { wrong: 'no-border'; said: string }
  /** What the frame needs besides what it has; a `to`, for one, needs the relation `between`. */
  | { wrong: 'incomplete'; missing: Missing }
  /** What the rest of the frame leaves no use for. */
  | { wrong: 'unused'; unused: Unused }
  /** The same entity asked for and excluded, or on both sides of a pair. */
  | { wrong: 'contradiction'; said: string }
  | { wrong: 'invalid'; said: string }
);

export type Missing =
  | 'place'
  | 'to'
  | 'between'
  | 'sides'
  | 'two sides'
  | 'side'
  | 'part'
  | 'unit'
  | 'time unit'
  | 'average'
  | 'condition'
  | 'two periods'
  | 'quantity'
  | 'actor';
export type Unused =
  | 'sides'
  | 'part'
  | 'period'
  | 'by'
  | 'having'
  | 'change'
  | 'radius'
  | 'position'
  | 'position on a line';
