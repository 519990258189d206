import type { Database, Insertion } from '../../database/database.ts';
import type { SqlFragment } from './sql-fragment.ts';

/** A full-text search: all of the terms or any, and at least one of `whereWords` (where-words.ts) if there are some. */
export interface TextMatch {
  terms: readonly string[];
  joiner: 'AND' | 'OR';
  whereWords: readonly string[];
}

/** The SQL that differs between the engines. The tables of a snapshot (as-of-snapshot.ts) are named with a prefix. */
export interface Dialect {
  /** Sets up a connection. */
  prepare(db: Database): Promise<void>;
  /** Schema and prefix of a snapshot's tables. */
  snapshotPrefix: string;
  /** Whether the snapshot's tables must exist even when nothing reads them: some SQL below always names them. */
  snapshotAlways: boolean;
  /** Creates the snapshot's tables that differ between the engines. */
  snapshotTables: string;
  /** Parts of a WITH clause that join tables with those of the snapshot: those that differ. */
  snapshotUnions: string[];
  /** Empties the tables that `snapshotTables` creates. */
  emptySnapshot: string;
  /** The prefix that names a current table where a WITH clause hides it. */
  currentPrefix: string;
  /** A join that reads tables in the order they are written, where the engine can be told. */
  orderedJoin: string;
  /** What follows a table's name to read it by an index, for an engine that ignores LIMIT when it plans. */
  indexHint(index: string): string;
  /** The ISO week of a column of ISO days: "2020-W29". */
  weekOf(day: string): string;
  /** The weekday of a column of ISO days: "1" (Monday) to "7". */
  weekdayOf(day: string): string;
  /** The time of day in a record's JSON, "21:30"; NULL without one. */
  timeOf(json: string): string;
  /** The conflict that a record's JSON names; NULL without one. */
  conflictOf(json: string): string;
  /** Days from a column of ISO days to another. */
  daysBetween(first: string, last: string): string;
  /** The record of a row as JSON; rows of a snapshot are negative. */
  jsonOf(rid: string): string;
  /** A table expression `a` of the merged records (`accounts`) in a record's JSON. */
  accountsOf(json: string): string;
  /** The name of an end (0 or 1) of the line that a record is recorded along. */
  lineEndName(json: string, end: 0 | 1): string;
  /** The id of a merged record in `a`. */
  accountId: string;
  /** Rows whose full text matches. `rid`: the row column, as SQL. */
  matchClause(rid: string, words: TextMatch): SqlFragment;
  /**
   * SELECT of records (`json`) that match, the best first; the title weighs four times the rest. `inside`: of `incident
   * i`.
   */
  rankedQuery(words: TextMatch, inside: SqlFragment): SqlFragment;
  /** How to insert full text: rows of rid, title, body, and year and country words. */
  words(prefix: string): Insertion;
  /** A text as it is indexed. */
  toSearchable(text: string): string;
  /** The column of the full text that has the row of its record. */
  fullTextRowId: string;
}
