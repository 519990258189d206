import type { Migration } from './migration.ts';

// `cell`: the half-degree square of the position; of a recorded line -1. `long`: its range of dates has more than 31 days.
const sql = `
ALTER TABLE incident ADD COLUMN cell INTEGER;
ALTER TABLE incident ADD COLUMN long INTEGER NOT NULL DEFAULT 0;
UPDATE incident SET cell = CASE WHEN lat2 IS NULL THEN CAST(floor((lat + 90) * 2) AS INTEGER) * 1000 + CAST(floor((lon + 180) * 2) AS INTEGER) ELSE -1 END;
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

const long = (days: string) => `UPDATE incident SET long = 1 WHERE ${days} > 31;`;

export const cells: Migration = {
  number: 4,
  name: 'cells and long ranges',
  sql,
  sqlite: `${long('julianday(last) - julianday(first)')} PRAGMA analysis_limit = 2000; ANALYZE;`,
  postgres: `${long('last::date - first::date')} ANALYZE incident;`,
};
