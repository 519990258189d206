import type { Database } from '../../../database/database.ts';
import type { VocabularyPlace } from '../../data-profile.ts';
import type { Incident, Where } from '../../incident.ts';
import { clause, type SqlFragment } from '../sql-fragment.ts';
import { sumByKey } from './sums.ts';

const columns = ['kind', 'name', 'country', 'admin1', 'n', 'placed', 'lat', 'lon', 'version'];
const insertInto = `INSERT INTO named (${columns.join(', ')})`;
const onConflictAdd =
  'ON CONFLICT (kind, name, country, admin1) DO UPDATE SET n = named.n + excluded.n, placed = named.placed + excluded.placed, lat = named.lat + excluded.lat, lon = named.lon + excluded.lon, version = excluded.version';

type Level = VocabularyPlace['level'];
const precisions: readonly Where['precision'][] = ['exact', 'near', 'district'];
const precise = `i.where_precision IN (${precisions.map((p) => `'${p}'`).join(', ')})`;

const levels: Record<Level, { admin1: string; position: string; which: string }> = {
  country: { admin1: "''", position: 'TRUE', which: 'TRUE' },
  admin1: { admin1: "''", position: precise, which: 'TRUE' },
  admin2: { admin1: "coalesce(i.admin1, '')", position: precise, which: 'TRUE' },
  place: { admin1: "coalesce(i.admin1, '')", position: precise, which: precise },
};

/** Rounds in SQL as `millionths` does. */
const inMillionths = (degrees: string) => `CAST(floor(${degrees} * 1000000 + 0.5) AS BIGINT)`;

function selectPlaces(level: Level, which: string): string {
  const { admin1, position, which: named } = levels[level];
  const at = (column: string) => `CASE WHEN ${position} THEN ${inMillionths(`i.${column}`)} END`;
  return `SELECT '${level}' AS kind, i.${level} AS name, coalesce(i.country, '') AS country, ${admin1} AS admin1, count(*), count(${at('lat')}), coalesce(sum(${at('lat')}), 0), coalesce(sum(${at('lon')}), 0)
    FROM incident i WHERE i.counted = 1 AND i.${level} IS NOT NULL AND ${named} AND ${which} GROUP BY 1, 2, 3, 4`;
}

/** Counts of actors and sources, which have no position. */
const selectUnplaced = (kind: string, from: string) =>
  `SELECT '${kind}' AS kind, name, country, '' AS admin1, count(*), 0, 0, 0 FROM (${from}) b WHERE TRUE GROUP BY 1, 2, 3, 4`;
const selectJoined = (table: string, column: string, which: string) =>
  `SELECT i.rid, t.${column} AS name, coalesce(i.country, '') AS country FROM incident i JOIN ${table} t ON t.rid = i.rid WHERE i.counted = 1 AND ${which}`;

/** Adds the incidents that a clause over `i` selects to the name counts. `version`: the cursor of their change. */
export async function addNameCounts(db: Database, { sql, values }: SqlFragment, version: number): Promise<void> {
  const put = (select: string, parameters: typeof values) =>
    db.run(
      `${insertInto} SELECT s.*, CAST(? AS BIGINT) FROM (${select}) s WHERE TRUE ${onConflictAdd}`,
      version,
      ...parameters,
    );
  for (const level of Object.keys(levels) as Level[]) await put(selectPlaces(level, sql), values);
  const actors = `${selectJoined('part', 'actor', sql)} UNION ${selectJoined('attributed', 'actor', sql)}`;
  await put(selectUnplaced('actor', actors), [...values, ...values]);
  await put(selectUnplaced('source', selectJoined('reported', 'publisher', sql)), values);
}

interface Name {
  kind: string;
  name: string;
  admin1?: string | undefined;
  placed?: boolean;
}

function namesOf({ where, actors, attributions, reports }: Incident): Name[] {
  const { country, admin1, admin2, place, precision } = where;
  const near = precisions.includes(precision);
  const at = (kind: Level, name: string | undefined, more: Omit<Name, 'kind' | 'name'>): Name[] =>
    name === undefined ? [] : [{ kind, name, ...more }];
  const each = (kind: string, names: string[]): Name[] => [...new Set(names)].map((name) => ({ kind, name }));
  return [
    ...at('country', country, { placed: true }),
    ...at('admin1', admin1, { placed: near }),
    ...at('admin2', admin2, { admin1, placed: near }),
    ...at('place', near ? place : undefined, { admin1, placed: true }),
    ...each(
      'actor',
      [...actors, ...attributions].map((a) => a.actor),
    ),
    ...each(
      'source',
      reports.map((r) => r.publisher),
    ),
  ];
}

const millionths = (degrees: number) => Math.floor(degrees * 1e6 + 0.5);

/** The keys of an incident's names, each with its count and position negated. */
function negatedNames(incident: Incident): [string[], number[]][] {
  const { country = '', between } = incident.where;
  const { lat, lon } = between?.[0] ?? incident.where;
  const position = lat === undefined || lon === undefined ? [0, 0, 0] : [-1, -millionths(lat), -millionths(lon)];
  return namesOf(incident).map(({ kind, name, admin1 = '', placed }) => [
    [kind, name, country, admin1],
    [-1, ...(placed ? position : [0, 0, 0])],
  ]);
}

/** Subtracts the earlier states of incidents from the name counts. */
export async function subtractNameCounts(db: Database, incidents: readonly Incident[], version: number): Promise<void> {
  const less = sumByKey(incidents.flatMap(negatedNames));
  await db.insert(
    { table: 'named', columns, after: onConflictAdd },
    less.map((row) => [...row, version]),
  );
}

/** Fills empty name counts from all incidents. */
export const fillNames = (db: Database): Promise<void> => addNameCounts(db, clause('TRUE'), 0);
