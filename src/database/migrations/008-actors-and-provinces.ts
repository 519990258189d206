import type { Migration } from './migration.ts';

// When and where beside each actor, so that what it did elsewhere is not read; `met`: any two actors of an incident.
// By toll: the deadliest are read until there are enough.
const actors = `
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

/** Roll-ups by year, of a province, '' where it is not known: of the types and of all of them; the others now have the whole world, too. */
const provinces = `
CREATE TABLE admin1_total (
  types TEXT NOT NULL, country TEXT NOT NULL, admin1 TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL,
  n INTEGER NOT NULL, best INTEGER NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL, civilians INTEGER NOT NULL,
  known INTEGER NOT NULL, civilians_known INTEGER NOT NULL, PRIMARY KEY (types, country, admin1, first, last)
) STRICT, WITHOUT ROWID;
DELETE FROM total;
DELETE FROM actor_total;
DELETE FROM type_set;
`;

export const actorsAndProvinces: Migration = {
  number: 8,
  name: 'actors and provinces',
  sql: actors + provinces,
  derived: ['roll-ups'],
};
