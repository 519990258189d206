import type { Database, Insertion } from '../../database/database.ts';
import type { SqlFragment } from './sql-fragment.ts';

/** All of the terms or any, and one of the words beside them (where-words.ts), by which an engine may be quicker. */
export interface Matched {
  terms: readonly string[];
  joiner: 'AND' | 'OR';
  beside: readonly string[];
}

/** What the engines say differently about incidents. Tables of an earlier state are named with `past` before them. */
export interface Dialect {
  /** What is needed of every connection. */
  prepare(db: Database): Promise<void>;
  past: string;
  /** The look-up of words and bodies names those tables also when today is asked about. */
  pastAlways: boolean;
  /** The tables of an earlier state, empty: those that differ. */
  pastTables: string;
  /** Tables of today and then under one name, for a WITH clause: those that differ. */
  pastUnions: string[];
  /** To empty and remake what is not simply deleted from. */
  pastEmptied: string;
  /** A table of today where one of the same name hides it. */
  today: string;
  /** Joins in the order they are written. */
  join: string;
  /** After a table: the index to read it by, for an engine that does not weigh how few rows are wanted. */
  by(index: string): string;
  /** The ISO week of a day: 2020-W29. */
  weekOf(day: string): string;
  /** The whole record of a row, of today or of the earlier state that is being asked about (its rows are negative). */
  jsonOf(rid: string): string;
  /** From the accounts in a record's JSON, as `a`. */
  accountsOf(json: string): string;
  /** The name of an end (0 or 1) of the line that a record lies along. */
  endOf(json: string, end: 0 | 1): string;
  idOfAccount: string;
  /** Rows (`rid`: the column as it is asked for) of incidents with the words. */
  matching(rid: string, words: Matched): SqlFragment;
  /** Rows with the words, the best first; the title weighs four times the rest. `inside` is of `incident i`. */
  ranked(words: Matched, inside: SqlFragment): SqlFragment;
  /** Where words are put: of a row, a title, a body, and the words for where and when. */
  words(prefix: string): Insertion;
  /** What is put there of a text. */
  searchable(text: string): string;
  /** The column that says whose words they are. */
  rowOfWords: string;
}
