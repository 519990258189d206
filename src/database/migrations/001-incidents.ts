import type { Migration } from './migration.ts';

// `words` is the full text, which each engine has its own way. `incident` is narrow and indexed, `body` holds the whole record. `counted` is 1 for incidents that are not retracted.
// Dates are ISO text: they sort as text, and a year or a month is a prefix.
const sql = `
CREATE TABLE dataset (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE incident (
  rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, seq INTEGER NOT NULL, dataset TEXT NOT NULL, kind TEXT NOT NULL,
  counted INTEGER NOT NULL, retracted INTEGER NOT NULL DEFAULT 0, revision INTEGER NOT NULL DEFAULT 1,
  first TEXT, last TEXT, when_precision TEXT NOT NULL,
  country TEXT, admin1 TEXT, admin2 TEXT, place TEXT, lat REAL, lon REAL, lat2 REAL, lon2 REAL, where_precision TEXT NOT NULL,
  type TEXT, more_types INTEGER NOT NULL,
  best INTEGER, low INTEGER, high INTEGER, civilians INTEGER, wounded INTEGER, abducted INTEGER, arrested INTEGER
) STRICT;
CREATE INDEX incident_by_date ON incident (counted, last, first, best, civilians);
CREATE INDEX incident_by_country ON incident (country, counted, last, first, type, more_types, best, low, high, civilians, admin1);
CREATE INDEX incident_by_admin1 ON incident (admin1, counted, last, first, country, type, more_types, best, low, high, civilians);
CREATE INDEX incident_by_admin2 ON incident (admin2, last);
CREATE INDEX incident_by_place ON incident (place, last);
CREATE INDEX incident_by_position ON incident (lat, lon, where_precision, counted, last, first, lat2);
CREATE INDEX incident_by_toll ON incident (best) WHERE best > 0;
CREATE INDEX incident_beside ON incident (kind) WHERE kind <> 'incident';
CREATE TABLE body (rid INTEGER PRIMARY KEY REFERENCES incident, json TEXT NOT NULL) STRICT;
CREATE TABLE typed (rid INTEGER NOT NULL, type TEXT NOT NULL, PRIMARY KEY (rid, type)) STRICT, WITHOUT ROWID;
CREATE TABLE part (rid INTEGER NOT NULL, actor TEXT NOT NULL, role TEXT NOT NULL, PRIMARY KEY (rid, actor, role)) STRICT, WITHOUT ROWID;
CREATE INDEX part_by_actor ON part (actor, role, rid);
CREATE TABLE attributed (rid INTEGER NOT NULL, status TEXT NOT NULL, actor TEXT NOT NULL, source TEXT NOT NULL) STRICT;
CREATE INDEX attributed_by_status ON attributed (status, rid);
CREATE INDEX attributed_by_incident ON attributed (rid);
CREATE TABLE reported (rid INTEGER NOT NULL, publisher TEXT NOT NULL, PRIMARY KEY (rid, publisher)) STRICT, WITHOUT ROWID;
CREATE INDEX reported_by_publisher ON reported (publisher, rid);
CREATE TABLE change (
  cursor INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, revision INTEGER NOT NULL, action TEXT NOT NULL,
  at TEXT NOT NULL, by TEXT NOT NULL, why TEXT NOT NULL, before TEXT, after TEXT
) STRICT;
CREATE INDEX change_by_id ON change (id, revision);
`;

const sqlite = `
CREATE VIRTUAL TABLE words USING fts5 (
  title, body, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2'
);
`;

// English stems without stop words, which the embedded engine knows none of either.
// In small letters: TEXT alone is the type of a column.
const postgres = `
CREATE TABLE words (rid bigint PRIMARY KEY, vector tsvector NOT NULL);
CREATE INDEX words_by_vector ON words USING gin (vector);
CREATE text search DICTIONARY sitrep_stem (TEMPLATE = snowball, LANGUAGE = english);
CREATE text search CONFIGURATION sitrep (COPY = simple);
ALTER text search CONFIGURATION sitrep ALTER MAPPING FOR asciiword, word, numword WITH sitrep_stem;
`;

export const incidents: Migration = { number: 1, name: 'incidents', sql, sqlite, postgres };
