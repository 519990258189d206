import type { Period } from '../../incidents/query.ts';
import type { Assumed } from '../../reading/span.ts';

export const facets = [
  'period',
  'asOf',
  'changes',
  'review',
  'place',
  'actor',
  'eventType',
  'measure',
  'quantity',
  'grouping',
  'order',
  'limit',
  'threshold',
  'distance',
  'point',
  'precision',
  'source',
  'attribution',
  'aspect',
  'text',
] as const;
export type Explained = (typeof facets)[number];

/** The messages that explain an answer word by word. */
export interface ExplanationMessages {
  facets: Record<Explained, string>;
  period(period: Period): string;
  place(name: string, country: string | undefined): string;
  /** "“attacks” as kind of incident" */
  word(said: string, facet: string, meaning: string | undefined): string;
  read(words: readonly string[]): string;
  nothingRead: string;
  found(n: number, of: number): string;
  others(labels: readonly string[]): string;
  assumed(assumed: Assumed): string;
}
