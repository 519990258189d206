import type { Migration } from '../../database/migrate.ts';
import { buildFullText } from './full-text.ts';
import { buildProvinceRollups, buildRollups } from './rollups/maintain.ts';
import { buildNameCounts, nameCountsDdl } from './rollups/name-counts.ts';
import { provinceRollupDdl, rollupDdl } from './rollups/schema.ts';

// `words` is the full text, which each engine has its own way. `incident` is narrow and indexed, `body` holds the whole record. `counted` is 1 for incidents that are not retracted.
// Dates are ISO text: they sort as text, and a year or a month is a prefix.
const first = (words: string) => `
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
${words}
CREATE TABLE change (
  cursor INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, revision INTEGER NOT NULL, action TEXT NOT NULL,
  at TEXT NOT NULL, by TEXT NOT NULL, why TEXT NOT NULL, before TEXT, after TEXT
) STRICT;
CREATE INDEX change_by_id ON change (id, revision);
`;

// Some first databases already have it.
const second =
  'CREATE TABLE IF NOT EXISTS derived (name TEXT PRIMARY KEY, version INTEGER NOT NULL, json TEXT NOT NULL) STRICT, WITHOUT ROWID';

// `merged_into`: the record it is told together with. `alone`: a kept record without those merged into it. `hidden`: the
// change left the record out of all answers. `alike`: pairs that may be one incident; `apart`: pairs that are not.
const third = `
ALTER TABLE incident ADD COLUMN merged_into TEXT;
ALTER TABLE incident ADD COLUMN unreviewed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX incident_unreviewed ON incident (unreviewed) WHERE unreviewed = 1;
CREATE TABLE merged (
  absorbed TEXT PRIMARY KEY, kept TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, why TEXT NOT NULL, confidence REAL
) STRICT, WITHOUT ROWID;
CREATE INDEX merged_by_kept ON merged (kept);
CREATE TABLE alone (rid INTEGER PRIMARY KEY REFERENCES incident, json TEXT NOT NULL) STRICT;
ALTER TABLE change ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
ALTER TABLE change ADD COLUMN other TEXT;
UPDATE change SET hidden = 1 WHERE action = 'retract';
CREATE INDEX change_by_time ON change (at, id, revision);
CREATE TABLE alike (
  a INTEGER NOT NULL, b INTEGER NOT NULL, confidence REAL NOT NULL, reasons TEXT NOT NULL, PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX alike_by_other ON alike (b);
CREATE TABLE apart (a TEXT NOT NULL, b TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;
`;

// `cell`: the half-degree square of the position; of a recorded line -1. `long`: its range of dates has more than 31 days.
const fourth = (days: string) => `
ALTER TABLE incident ADD COLUMN cell INTEGER;
ALTER TABLE incident ADD COLUMN long INTEGER NOT NULL DEFAULT 0;
UPDATE incident SET
  cell = CASE WHEN lat2 IS NULL THEN CAST(floor((lat + 90) * 2) AS INTEGER) * 1000 + CAST(floor((lon + 180) * 2) AS INTEGER) ELSE -1 END,
  long = CASE WHEN ${days} > 31 THEN 1 ELSE 0 END;
DROP INDEX incident_by_date;
DROP INDEX incident_by_position;
DROP INDEX incident_by_admin2;
DROP INDEX incident_by_place;
CREATE INDEX incident_by_date ON incident (last, first, counted, type, more_types, best, country, civilians, low, high);
CREATE INDEX incident_by_cell ON incident (cell, counted, last, first, type, more_types, where_precision, lat, lon, lat2, lon2, best);
CREATE INDEX incident_by_admin2 ON incident (admin2, counted, last, first, country, type, more_types, best);
CREATE INDEX incident_by_place ON incident (place, counted, last, first, country, where_precision, type, more_types, best);
CREATE INDEX incident_long ON incident (last, first) WHERE long = 1;
`;

// When and where beside each actor, so that what it did elsewhere is not read; `met`: any two actors of an incident.
// By toll: the deadliest are read until there are enough.
const eighth = `
ALTER TABLE part ADD COLUMN last TEXT;
ALTER TABLE part ADD COLUMN country TEXT;
ALTER TABLE part ADD COLUMN admin1 TEXT;
UPDATE part SET last = i.last, country = i.country, admin1 = i.admin1 FROM incident i WHERE i.rid = part.rid;
DROP INDEX part_by_actor;
CREATE INDEX part_by_actor ON part (actor, last, country, admin1, role, rid);
CREATE TABLE met (
  rid INTEGER NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, last TEXT, country TEXT, admin1 TEXT, PRIMARY KEY (rid, a, b)
) STRICT, WITHOUT ROWID;
INSERT INTO met (rid, a, b, last, country, admin1)
  SELECT DISTINCT p.rid, p.actor, q.actor, p.last, p.country, p.admin1 FROM part p JOIN part q ON q.rid = p.rid AND q.actor > p.actor;
CREATE INDEX met_by_pair ON met (a, b, last, country, admin1, rid);
DROP INDEX incident_by_toll;
CREATE INDEX incident_by_toll ON incident (best, last, first, counted, type, more_types, country, admin1) WHERE best > 0;
CREATE INDEX incident_by_country_toll ON incident (country, best, last, first, counted, type, more_types, admin1) WHERE best > 0;
`;

/** What an engine has besides the common tables: full text, functions and indexes, and the days from `first` to `last`. */
interface Own {
  words: string;
  /** The table of the full text, empty, with room for words for where and when. */
  wordsAgain: string;
  more?: string;
  days: string;
  analyze: string;
}

export const migrationsWith = ({ words, more = '', wordsAgain, days, analyze }: Own): readonly Migration[] => [
  { version: 1, sql: first(words) },
  { version: 2, sql: second },
  { version: 3, sql: third + more },
  { version: 4, sql: fourth(days) + analyze },
  { version: 5, sql: rollupDdl, after: buildRollups },
  { version: 6, sql: wordsAgain, after: buildFullText },
  { version: 7, sql: nameCountsDdl },
  { version: 8, sql: eighth + provinceRollupDdl, after: buildProvinceRollups },
  // Positions were sums of floating point before.
  { version: 9, sql: `DROP TABLE named; ${nameCountsDdl}`, after: buildNameCounts },
];
