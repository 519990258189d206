/** A part of the question: offsets in characters, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** What one reader proposes for some words. `score` 0 to 1; `assumed` says in words what was taken for granted. */
export interface Reading<Facet extends string = string, Value = unknown> extends Span {
  facet: Facet;
  value: Value;
  words: string;
  score: number;
  assumed?: string;
}
