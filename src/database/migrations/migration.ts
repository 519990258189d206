/** Tables that are derived from the records. The caller of `migrate` fills them, since this room knows no records. */
export type Derived = 'full-text' | 'roll-ups' | 'name-counts';

/** A change of the schema. Never edit one that is released: databases that have run it do not run it again. */
export interface Migration {
  number: number;
  /** For the error message where it fails. */
  name: string;
  /** For both engines, written for SQLite; sqlite-to-postgres-ddl.ts translates it. */
  sql?: string;
  /** What only this engine needs, run after `sql`. */
  sqlite?: string;
  postgres?: string;
  /** The derived tables that it leaves empty: they are filled after the last migration, by the current code. */
  derived?: readonly Derived[];
}
