import type { Migration } from './migration.ts';

// Some first databases already have it.
const sql =
  'CREATE TABLE IF NOT EXISTS derived (name TEXT PRIMARY KEY, version INTEGER NOT NULL, json TEXT NOT NULL) STRICT, WITHOUT ROWID';

export const derived: Migration = { number: 2, name: 'derived values', sql };
