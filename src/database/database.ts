import type { SQLInputValue } from 'node:sqlite';

export type Value = SQLInputValue;
export type Row = Record<string, unknown>;

/** The target of a bulk insert. */
export interface Insertion {
  table: string;
  columns: readonly string[];
  /** The placeholders of one row, where they are not simply one ? for each column: "?, json(?)". */
  places?: string;
  /** SQL that follows the rows: ON CONFLICT …. */
  after?: string;
}

/**
 * A database of either engine. Statements are written for SQLite, with ? for values; the methods reject with the engine's
 * own errors, and with QueryTimeout.
 */
export interface Database {
  /** For people: a file name, or an address without its password. */
  name: string;
  engine: 'sqlite' | 'postgres';
  /** Runs DDL, several statements or one; sqlite-to-postgres-ddl.ts translates it for PostgreSQL. */
  exec(sql: string): Promise<void>;
  /** Every row of the result. */
  all(sql: string, ...values: Value[]): Promise<Row[]>;
  /** The first row; undefined where there is none. */
  get(sql: string, ...values: Value[]): Promise<Row | undefined>;
  /** The rows one by one, without loading them all. */
  iterate(sql: string, ...values: Value[]): AsyncIterable<Row>;
  /** Writes; returns how many rows were changed. */
  run(sql: string, ...values: Value[]): Promise<{ changes: number }>;
  /** Inserts rows in as few statements as the engine allows. Call it in a transaction: there may be several. */
  insert(into: Insertion, rows: readonly (readonly Value[])[]): Promise<void>;
  /**
   * Runs the work in a transaction: everything that it asks of this database, directly or through what it calls, is
   * committed together when it resolves, and rolled back when it rejects. A nested one joins the outer one. Of those with
   * the same `turn`, one runs at a time among all processes.
   */
  transaction<T>(work: () => Promise<T>, turn?: string): Promise<T>;
  /** Runs reads on one snapshot on PostgreSQL (repeatable read); on SQLite, simply one after the other. */
  snapshot<T>(work: () => Promise<T>): Promise<T>;
  /** Runs work without a statement timeout; on PostgreSQL in a transaction. */
  withoutTimeout<T>(work: () => Promise<T>): Promise<T>;
  /** Runs a load of many rows with little memory, and then updates the planner's statistics. `after` runs with these. */
  bulkLoad<T>(work: () => Promise<T>, after?: () => Promise<unknown>): Promise<T>;
  /** The same database over a connection of its own, for temporary tables; the caller closes it. */
  openConnection(): Promise<Database>;
  /** Runs the work, unless work under this name is running already (on PostgreSQL in any process): then undefined. */
  withLock<T>(name: string, work: () => Promise<T>): Promise<T | undefined>;
  /** Notifies the listeners of a topic, on PostgreSQL in all processes; inside a transaction, when it is committed. */
  notify(topic: string): Promise<void>;
  /** Calls back on notifications, and returns a function that stops it. Some are missed while a connection is lost, so poll as well. */
  listen(topic: string, onNotify: () => void): Promise<() => void>;
  /** The number of the last migration that was run; 0 for a new database. */
  version(): Promise<number>;
  setVersion(version: number): Promise<void>;
  /** Makes a pure function callable from SQL; only on SQLite, which runs in this process. */
  define?(name: string, work: (...values: number[]) => number | null): void;
  close(): Promise<void>;
}

/** The INSERT statement for so many rows. */
export function insertion({ table, columns, places, after = '' }: Insertion, rows: number): string {
  const one = `(${places ?? columns.map(() => '?').join(', ')})`;
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array(rows).fill(one).join(', ')} ${after}`;
}

/** The database cannot be used as asked; the message names it and the remedy. */
export class DatabaseError extends Error {}

/** A statement took longer than statement_timeout. */
export class QueryTimeout extends DatabaseError {}
