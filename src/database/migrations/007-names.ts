import type { Migration } from './migration.ts';

/**
 * The names that incidents bear, and how many bear each: `kind` is a level of places, 'actor' or 'source'; `country` and
 * `admin1` are where, '' where that is not known. `placed`: how many have a position, `lat` and `lon` the sums of these
 * in millionths of a degree: whole numbers add up to the same in whatever order. `version`: the last change (its cursor) by which it moved.
 */
export const nameTable = `
CREATE TABLE named (
  kind TEXT NOT NULL, name TEXT NOT NULL, country TEXT NOT NULL, admin1 TEXT NOT NULL, n INTEGER NOT NULL,
  placed INTEGER NOT NULL, lat INTEGER NOT NULL, lon INTEGER NOT NULL, version INTEGER NOT NULL,
  PRIMARY KEY (kind, name, country, admin1)
) STRICT, WITHOUT ROWID;
CREATE INDEX named_by_version ON named (version);
`;

export const names: Migration = { number: 7, name: 'names', sql: nameTable };
