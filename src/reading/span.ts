/** A part of the question: offsets in characters, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** What was taken for granted; answers have the words. */
export type Assumed =
  | { kind: 'name'; said: string; name: string }
  /** Three northern months. */
  | { kind: 'season'; said: string }
  /** Hours of the day. */
  | { kind: 'hours'; said: string; from: number; to: number }
  /** A date-time group's zone, taken as the asker's. */
  | { kind: 'zone'; letter: string }
  /** ISO. */
  | { kind: 'same-day'; said: string; day: string }
  /** The month before. */
  | { kind: 'run-up' }
  /** The Umm al-Qura calendar, a day off where the moon is sighted otherwise. */
  | { kind: 'moon' };

/** What one reader proposes for some words. `score` 0 to 1; `assumed`: what was taken for granted. */
export interface Reading<Facet extends string = string, Value = unknown> extends Span {
  facet: Facet;
  value: Value;
  words: string;
  score: number;
  assumed?: Assumed;
}
