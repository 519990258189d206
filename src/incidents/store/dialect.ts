import type { Database, Insertion } from '../../database/database.ts';
import type { SqlFragment } from './sql-fragment.ts';

/** All of the terms or any, and one of the words beside them (where-words.ts), by which an engine may be quicker. */
export interface TextMatch {
  terms: readonly string[];
  joiner: 'AND' | 'OR';
  whereWords: readonly string[];
}

/** What the engines say differently about incidents. Tables of an earlier state are named with `past` before them. */
export interface Dialect {
  /** What is needed of every connection. */
  prepare(db: Database): Promise<void>;
  snapshotPrefix: string;
  /** The look-up of words and bodies names those tables also when today is asked about. */
  snapshotAlways: boolean;
  /** The tables of an earlier state, empty: those that differ. */
  snapshotTables: string;
  /** Tables of today and then under one name, for a WITH clause: those that differ. */
  snapshotUnions: string[];
  /** To empty and remake what is not simply deleted from. */
  emptySnapshot: string;
  /** A table of today where one of the same name hides it. */
  currentPrefix: string;
  /** Joins in the order they are written. */
  orderedJoin: string;
  /** After a table: the index to read it by, for an engine that does not weigh how few rows are wanted. */
  indexHint(index: string): string;
  /** The ISO week of a day: 2020-W29. */
  weekOf(day: string): string;
  /** The whole record of a row, of today or of the earlier state that is being asked about (its rows are negative). */
  jsonOf(rid: string): string;
  /** From the accounts in a record's JSON, as `a`. */
  accountsOf(json: string): string;
  /** The name of an end (0 or 1) of the line that a record lies along. */
  lineEndName(json: string, end: 0 | 1): string;
  accountId: string;
  /** Rows (`rid`: the column as it is asked for) of incidents with the words. */
  matchClause(rid: string, words: TextMatch): SqlFragment;
  /** Rows with the words, the best first; the title weighs four times the rest. `inside` is of `incident i`. */
  rankedQuery(words: TextMatch, inside: SqlFragment): SqlFragment;
  /** Where words are put: of a row, a title, a body, and the words for where and when. */
  words(prefix: string): Insertion;
  /** What is put there of a text. */
  toSearchable(text: string): string;
  /** The column that says whose words they are. */
  fullTextRowId: string;
}
