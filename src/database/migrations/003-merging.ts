import type { Migration } from './migration.ts';

// `merged_into`: the record it is told together with. `alone`: a kept record without those merged into it. `hidden`: the
// change left the record out of all answers. `alike`: pairs that may be one incident; `apart`: pairs that are not.
const sql = `
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

// Kilometres to a line on a plane fitted to its middle, and between two lines: as geometry.ts has them.
const distances = `
CREATE FUNCTION point_line_km(plat float8, plon float8, alat float8, alon float8, blat float8, blon float8)
RETURNS float8 LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  scale float8 := cos(radians((alat + blat) / 2)) * 111.195;
  ex float8 := (blon - alon) * scale; ey float8 := (blat - alat) * 111.195;
  px float8 := (plon - alon) * scale; py float8 := (plat - alat) * 111.195;
  length float8 := ex * ex + ey * ey;
  t float8 := CASE WHEN length = 0 THEN 0 ELSE greatest(0, least(1, (px * ex + py * ey) / length)) END;
BEGIN
  RETURN sqrt((px - t * ex) * (px - t * ex) + (py - t * ey) * (py - t * ey));
END $$;
CREATE FUNCTION line_side(alat float8, alon float8, blat float8, blon float8, plat float8, plon float8)
RETURNS float8 LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT sign((blon - alon) * (plat - alat) - (blat - alat) * (plon - alon)) $$;
CREATE FUNCTION line_km(a float8, b float8, c float8, d float8, e float8, f float8, g float8, h float8)
RETURNS float8 LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF line_side(a, b, c, d, e, f) * line_side(a, b, c, d, g, h) < 0
    AND line_side(e, f, g, h, a, b) * line_side(e, f, g, h, c, d) < 0 THEN RETURN 0; END IF;
  RETURN least(point_line_km(a, b, e, f, g, h), point_line_km(c, d, e, f, g, h),
    point_line_km(e, f, a, b, c, d), point_line_km(g, h, a, b, c, d));
END $$;
`;

// An order is walked along an index only where it has the same nulls first.
const newest = `
CREATE INDEX incident_newest ON incident (counted, last DESC NULLS LAST, first DESC NULLS LAST, seq DESC, id DESC);
`;

export const merging: Migration = { number: 3, name: 'merging and distances', sql, postgres: distances + newest };
