import type { Database } from '../../../database/database.ts';
import { totalsOf } from '../../casualty-totals.ts';
import type { Incident, IncidentRecord } from '../../incident.ts';
import { clause, isOneOf, type SqlFragment } from '../sql-fragment.ts';
import { versionOf } from '../vocabulary.ts';
import { addNameCounts, subtractNameCounts } from './name-counts.ts';
import { type Grain, grains } from './span.ts';
import { sumByKey } from './sums.ts';

/** In the place of a set of types: all incidents, whatever their types. */
export const allTypes = '*';
/** In the place of a country: all of them, and incidents without one. */
export const allCountries = '*';
const everyGrain = ['month', 'year'] as const;

const figures = ['n', 'best', 'low', 'high', 'civilians', 'known', 'civilians_known'];
const keys = {
  total: ['grain', 'country', 'first', 'last', 'type', 'types'],
  actor_total: ['types', 'country', 'first', 'last', 'actor', 'roles'],
  admin1_total: ['types', 'country', 'admin1', 'first', 'last'],
};
type RollupTableName = keyof typeof keys;

const onConflictAdd = (table: RollupTableName) =>
  `ON CONFLICT (${keys[table].join(', ')}) DO UPDATE SET ${figures.map((f) => `${f} = ${table}.${f} + excluded.${f}`).join(', ')}`;
const insertInto = (table: RollupTableName) => `INSERT INTO ${table} (${[...keys[table], ...figures].join(', ')})`;

const types =
  "CASE WHEN i.more_types = 1 THEN (SELECT string_agg(t.type, ' ' ORDER BY t.type) FROM typed t WHERE t.rid = i.rid) ELSE coalesce(i.type, '') END";
const summed =
  'count(*) AS n, coalesce(sum(best), 0) AS best, coalesce(sum(low), 0) AS low, coalesce(sum(high), 0) AS high, coalesce(sum(civilians), 0) AS civilians, count(best) AS known, count(civilians) AS civilians_known';

function placeAndTimeColumns(grain: Grain): string {
  const { length, begins, ends } = grains[grain];
  const part = (day: string, rest: string) => `coalesce(substr(i.${day}, 1, ${length}) || '${rest}', '')`;
  return `coalesce(i.country, '') AS country, ${part('first', begins)} AS first, ${part('last', ends)} AS last`;
}

const figureColumns = 'i.best, i.low, i.high, i.civilians';
/** Each table's incidents at its finest: of their own types and country, and by month where there are months. */
const finest: Record<RollupTableName, (where: string) => string> = {
  total: (where) =>
    `SELECT 'month' AS grain, ${placeAndTimeColumns('month')}, coalesce(i.type, '') AS type, ${types} AS types, ${figureColumns}
     FROM incident i WHERE i.counted = 1 AND ${where}`,
  actor_total: (where) =>
    `SELECT ${types} AS types, ${placeAndTimeColumns('year')}, p.actor, string_agg(p.role, ' ' ORDER BY p.role) AS roles, ${figureColumns}
     FROM incident i JOIN part p ON p.rid = i.rid WHERE i.counted = 1 AND ${where} GROUP BY i.rid, p.actor`,
  admin1_total: (where) =>
    `SELECT ${types} AS types, ${placeAndTimeColumns('year')}, coalesce(i.admin1, '') AS admin1, ${figureColumns}
     FROM incident i WHERE i.counted = 1 AND ${where}`,
};

const ofYear = (column: 'first' | 'last') => {
  const { length, begins, ends } = grains.year;
  return `CASE WHEN ${column} = '' THEN '' ELSE substr(${column}, 1, ${length}) || '${column === 'first' ? begins : ends}' END`;
};
const byYear = { grain: "'year'", first: ofYear('first'), last: ofYear('last') };
const anywhere = { country: `'${allCountries}'` };
const ofAnyType = { types: `'${allTypes}'` };
/** The coarser keys of each table, by the columns in which they differ from the finest. Those of actors in the world have no types. */
const coarser: Record<RollupTableName, Record<string, string>[]> = {
  total: [byYear, anywhere, { ...byYear, ...anywhere }],
  actor_total: [ofAnyType, { ...ofAnyType, ...anywhere }],
  admin1_total: [ofAnyType],
};

/** Adds incidents to a roll-up. They are read once; coarser rows are sums of the finest. */
async function sum(db: Database, table: RollupTableName, { sql, values }: SqlFragment): Promise<void> {
  const by = keys[table];
  const again = figures.map((f) => `sum(${f}) AS ${f}`).join(', ');
  const selects = coarser[table].map((changed) => {
    const columns = by.map((column) => `${changed[column] ?? column} AS ${column}`);
    return `SELECT ${columns.join(', ')}, ${again} FROM finest GROUP BY ${by.map((_, n) => n + 1).join(', ')}`;
  });
  await db.run(
    `WITH finest AS MATERIALIZED (SELECT ${by.join(', ')}, ${summed} FROM (${finest[table](sql)}) i GROUP BY ${by.join(', ')})
     ${insertInto(table)} SELECT * FROM (SELECT * FROM finest UNION ALL ${selects.join(' UNION ALL ')}) s WHERE TRUE ${onConflictAdd(table)}`,
    ...values,
  );
}

async function addTypes(db: Database, { sql, values }: SqlFragment): Promise<void> {
  await db.run(
    `INSERT INTO type_set (types, type) SELECT DISTINCT ${types}, t.type FROM incident i JOIN typed t ON t.rid = i.rid WHERE i.counted = 1 AND ${sql} ON CONFLICT DO NOTHING`,
    ...values,
  );
}

async function add(db: Database, where: SqlFragment): Promise<void> {
  for (const table of Object.keys(keys) as RollupTableName[]) await sum(db, table, where);
  await addTypes(db, where);
}

const sorted = (texts: readonly string[]) => [...new Set(texts)].sort().join(' ');

function placeAndTime({ when }: Incident, grain: Grain, country: string): [string, string, string] {
  const { length, begins, ends } = grains[grain];
  const part = (day: string | null, rest: string) => (day === null ? '' : day.slice(0, length) + rest);
  return [country, part(when.start, begins), part(when.end, ends)];
}

const countryOf = ({ where }: Incident) => where.country ?? '';
const places = (incident: Incident) => [countryOf(incident), allCountries];

/** The keys of an incident in each table, as the SQL above makes them. */
const keysOf: Record<RollupTableName, (incident: Incident) => string[][]> = {
  total: (incident) =>
    everyGrain.flatMap((grain) =>
      places(incident).map((place) => [
        grain,
        ...placeAndTime(incident, grain, place),
        incident.eventTypes[0] ?? '',
        sorted(incident.eventTypes),
      ]),
    ),
  actor_total: (incident) =>
    [...Map.groupBy(incident.actors, (a) => a.actor)].flatMap(([actor, parts]) => {
      const roles = sorted(parts.map((p) => p.role));
      const row = (types: string, place: string) => [types, ...placeAndTime(incident, 'year', place), actor, roles];
      return [row(sorted(incident.eventTypes), countryOf(incident)), ...places(incident).map((p) => row(allTypes, p))];
    }),
  admin1_total: (incident) => {
    const [country, ...days] = placeAndTime(incident, 'year', countryOf(incident));
    return [sorted(incident.eventTypes), allTypes].map((types) => [
      types,
      country,
      incident.where.admin1 ?? '',
      ...days,
    ]);
  },
};

/** An incident's figures, negated. */
function negatedFigures(incident: Incident): number[] {
  const { best, low, high, civilians } = totalsOf(incident);
  const known = [best, civilians].map((n) => (n === null ? 0 : -1));
  return [-1, ...[best, low, high, civilians].map((n) => -(n ?? 0)), ...known];
}

/** Subtracts the earlier states of incidents from the roll-ups. */
async function subtract(db: Database, incidents: readonly Incident[]): Promise<void> {
  for (const table of Object.keys(keys) as RollupTableName[]) {
    const less = incidents.flatMap((one) => keysOf[table](one).map((key) => [key, negatedFigures(one)] as const));
    await db.insert({ table, columns: [...keys[table], ...figures], after: onConflictAdd(table) }, sumByKey(less));
  }
}

// The state of each changed record before its first change since the cursor, unless it was hidden.
const selectBefore = `
SELECT c.before FROM (SELECT id, min(revision) AS revision FROM change WHERE cursor > ? GROUP BY id) f
JOIN change c ON c.id = f.id AND c.revision = f.revision
WHERE c.before IS NOT NULL AND (SELECT p.hidden FROM change p WHERE p.id = c.id AND p.revision < c.revision ORDER BY p.revision DESC LIMIT 1) = 0`;

const batchSize = 4000;

/** Updates roll-ups and name counts by the changes after a cursor. Call it in the transaction of the changes. */
export async function updateRollups(db: Database, cursor: number): Promise<void> {
  const version = await versionOf(db);
  const records = (await db.all(selectBefore, cursor)).map((row) => JSON.parse(String(row.before)) as IncidentRecord);
  const before = records.filter((record) => record.kind === 'incident');
  await subtract(db, before);
  await subtractNameCounts(db, before, version);
  const ids = (await db.all('SELECT DISTINCT id FROM change WHERE cursor > ?', cursor)).map((row) => String(row.id));
  for (let at = 0; at < ids.length; at += batchSize) {
    // As a list of ids: with a subquery PostgreSQL would scan all incidents.
    const some = isOneOf('i.id', ids.slice(at, at + batchSize));
    await add(db, some);
    await addNameCounts(db, some, version);
  }
}

/** Fills empty roll-ups from all incidents. */
export const fillTotals = (db: Database): Promise<void> => add(db, clause('TRUE'));
