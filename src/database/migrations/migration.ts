/** Tables that are computed from the records: what fills them is handed to the ledger, which knows no records. */
export type Derived = 'full-text' | 'roll-ups' | 'name-counts';

/** One change of the tables. Never altered once it is released: databases that have it do not run it again. */
export interface Migration {
  number: number;
  /** For people, where it fails. */
  name: string;
  /** For both engines, written for SQLite; ddl.ts makes it PostgreSQL's. */
  sql?: string;
  /** What the engine needs after that. */
  sqlite?: string;
  postgres?: string;
  /** Leaves these empty: they are filled once all migrations have run, by today's code and into today's tables. */
  derived?: readonly Derived[];
}
