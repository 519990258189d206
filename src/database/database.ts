import type { SQLInputValue } from 'node:sqlite';

export type Value = SQLInputValue;
export type Row = Record<string, unknown>;

/** What many rows are put into. */
export interface Insertion {
  table: string;
  columns: readonly string[];
  /** The places of one row's values, where they are not one plain ? for each column. */
  places?: string;
  /** What follows the rows: ON CONFLICT …. */
  after?: string;
}

/** Where everything is kept: statements, and transactions around them. Knows no table's meaning. */
export interface Database {
  /** As people know it: a file, or an address without its password. */
  name: string;
  engine: 'sqlite' | 'postgres';
  /** Statements that make tables, written for SQLite; PostgreSQL reads them by the rules of ddl.ts. */
  exec(sql: string): Promise<void>;
  all(sql: string, ...values: Value[]): Promise<Row[]>;
  get(sql: string, ...values: Value[]): Promise<Row | undefined>;
  /** Rows one by one, without holding them. */
  iterate(sql: string, ...values: Value[]): AsyncIterable<Row>;
  run(sql: string, ...values: Value[]): Promise<{ changes: number }>;
  /** Puts rows in as few steps as the engine can; inside a transaction, because that may be several statements. */
  insert(into: Insertion, rows: readonly (readonly Value[])[]): Promise<void>;
  /**
   * All that the work asks of this database, also by way of what it calls, or nothing of it. One that is begun inside
   * another is a part of it. Of those with the same `turn`, one runs at a time, whichever process began it.
   */
  transaction<T>(work: () => Promise<T>, turn?: string): Promise<T>;
  /** All that the work reads is of one moment, as far as the engine can: SQLite's reads follow one another anyway. */
  snapshot<T>(work: () => Promise<T>): Promise<T>;
  /** Work that may take long: no statement of it is cut off. In a transaction where the engine needs one for that. */
  withoutTimeout<T>(work: () => Promise<T>): Promise<T>;
  /** A load of many rows: memory and statistics are seen to. `after`: what is made of the whole, by the new statistics. */
  bulkLoad<T>(work: () => Promise<T>, after?: () => Promise<unknown>): Promise<T>;
  /** The same database by way of a connection of its own, for temporary tables; to be closed. */
  openConnection(): Promise<Database>;
  /** Runs the work unless it runs under this name already, on PostgreSQL in any process; returns undefined then. */
  withLock<T>(name: string, work: () => Promise<T>): Promise<T | undefined>;
  /** Tells all processes that listen; inside a transaction, when it has ended well. */
  notify(topic: string): Promise<void>;
  /** Calls when a topic is told of. A word may be missed while a connection is lost: look yourself from time to time. */
  listen(topic: string, heard: () => void): Promise<() => void>;
  /** The version of the tables' form that the database has; 0 at first. */
  version(): Promise<number>;
  setVersion(version: number): Promise<void>;
  /** Makes a pure function callable from SQL, where the engine runs in this process. */
  define?(name: string, work: (...values: number[]) => number | null): void;
  close(): Promise<void>;
}

/** The statement that puts as many rows. */
export function insertion({ table, columns, places, after = '' }: Insertion, rows: number): string {
  const one = `(${places ?? columns.map(() => '?').join(', ')})`;
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array(rows).fill(one).join(', ')} ${after}`;
}

export class DatabaseError extends Error {}

/** A statement took longer than the engine lets one take. */
export class QueryTimeout extends DatabaseError {}
