import type { Query } from '../incidents/query.ts';
import type { Reading } from './reading.ts';

export interface Choice {
  label: string;
  /** The question, told so that it has one meaning. */
  question: string;
}

/** What a question was taken to mean. Not understanding is a value, never an exception. */
export type Understood =
  | { kind: 'query'; query: Query; readings: Reading[]; unread: string[]; assumed: string[]; alternatives: Choice[] }
  | { kind: 'unclear'; ask: string; choices: Choice[]; readings: Reading[]; unread: string[] }
  | { kind: 'declined'; why: string; instead: string[] };
