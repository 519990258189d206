import type { SQLInputValue } from 'node:sqlite';

export type Value = SQLInputValue;
export type Row = Record<string, unknown>;

/** Where everything is kept: statements, and transactions around them. Knows no table's meaning. */
export interface Database {
  /** As people know it: a file, or an address without its password. */
  name: string;
  exec(sql: string): Promise<void>;
  all(sql: string, ...values: Value[]): Promise<Row[]>;
  get(sql: string, ...values: Value[]): Promise<Row | undefined>;
  /** Rows one by one, without holding them. */
  iterate(sql: string, ...values: Value[]): AsyncIterable<Row>;
  run(sql: string, ...values: Value[]): Promise<{ changes: number }>;
  /**
   * All that the work asks of this database, also by way of what it calls, or nothing of it. One that is begun inside
   * another is a part of it.
   */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  /** Makes a pure function callable from SQL. */
  define(name: string, work: (...values: number[]) => number | null): void;
  close(): Promise<void>;
}

export class DatabaseError extends Error {}
