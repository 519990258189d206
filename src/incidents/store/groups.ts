import type { Database, Row } from '../../database/database.ts';
import { daysBetween } from '../day-spans.ts';
import type { Incident } from '../incident.ts';
import type { Group, Result } from '../incidents.ts';
import { countedQuantity } from '../quantities.ts';
import type { Quantity, Query, Unit } from '../query.ts';
import type { Dialect } from './dialect.ts';
import { dialectOf } from './dialects.ts';
import { quantityIn, quantitySum } from './quantity-column.ts';
import { chooseSource, type RollupSource } from './rollup-source.ts';
import type { SqlFragment } from './sql-fragment.ts';
import { filterClause } from './where.ts';

const sumsOf = ({ count }: RollupSource, of: Quantity) =>
  `${count} AS count, coalesce(sum(i.best), 0) AS killed, coalesce(sum(i.civilians), 0) AS civilians, coalesce(sum(i.low), 0) AS low, coalesce(sum(i.high), 0) AS high${quantitySum(of)}`;

const groupOf = (row: Row): Group => ({
  key: String(row.key),
  count: Number(row.count),
  killed: Number(row.killed),
  civilians: Number(row.civilians),
  low: Number(row.low),
  high: Number(row.high),
  ...quantityIn(row),
});

type TimeKey = (column: string, dialect: Dialect) => string;
const monthKey: TimeKey = (c) => `substr(${c}, 1, 7)`;
const timeKey: Partial<Record<Unit, TimeKey>> = {
  day: (c) => c,
  week: (c, { weekOf }) => weekOf(c),
  month: monthKey,
  year: (c) => `substr(${c}, 1, 4)`,
};

/** One group a unit of time. An incident whose range crosses a border of the unit belongs to none. */
async function byTime(db: Database, key: TimeKey, reading: RollupSource, of: Quantity): Promise<Grouped> {
  const [first, last] = [key('i.first', dialectOf(db)), key('i.last', dialectOf(db))];
  return keyed(db, `CASE WHEN ${first} = ${last} THEN ${first} END`, reading, of);
}

interface Grouped {
  groups: Group[];
  ungrouped: number;
}

async function keyed(db: Database, key: string, reading: RollupSource, of: Quantity): Promise<Grouped> {
  const { sql, values } = reading.from;
  const rows = await db.all(
    `SELECT ${key} AS key, ${sumsOf(reading, of)} FROM ${sql} GROUP BY 1 ORDER BY 1`,
    ...values,
  );
  return grouped(rows);
}

const totalOf = ({ groups, ungrouped }: Grouped): number => groups.reduce((sum, group) => sum + group.count, ungrouped);

const grouped = (rows: Row[]) => ({
  groups: rows.filter((r) => r.key !== null).map(groupOf),
  ungrouped: Number(rows.find((r) => r.key === null)?.count ?? 0),
});

export async function trend(db: Database, query: Query, inside: SqlFragment): Promise<Partial<Result>> {
  const by = query.by ?? 'month';
  const { groups, ungrouped } = await byTime(
    db,
    timeKey[by] ?? monthKey,
    chooseSource(db, { ...query, by }, inside),
    query.of,
  );
  return { groups, ungrouped, groupTotal: groups.length, total: totalOf({ groups, ungrouped }) };
}

// What is located no finer than a district has no town.
const columns: Partial<Record<Unit, string>> = {
  actor: 'i.actor',
  source: 'i.publisher',
  country: 'i.country',
  admin1: 'i.admin1',
  place: "CASE WHEN i.where_precision IN ('exact', 'near') THEN i.place END",
  eventType: 'i.type',
};

async function rowsBy(db: Database, query: Query, inside: SqlFragment): Promise<Grouped> {
  const by = query.by ?? 'actor';
  const reading = chooseSource(db, { ...query, by }, inside);
  const time = timeKey[by];
  return time ? byTime(db, time, reading, query.of) : keyed(db, columns[by] as string, reading, query.of);
}

/** Of one group's incidents the others are ranked: it is in all of them. */
const isAskedAbout = ({ by, filter: { actors = [] } }: Query, key: string): boolean =>
  by === 'actor' && actors.length === 1 && actors.some(({ names }) => names.includes(key));

export async function rank(db: Database, query: Query, inside: SqlFragment): Promise<Partial<Result>> {
  const { groups: every, ungrouped } = await rowsBy(db, query, inside);
  const groups = every.filter(({ key }) => !isAskedAbout(query, key));
  const weight = (g: Group) => countedQuantity(query.of, g);
  const sign = query.order === 'fewest' ? -1 : 1;
  const unknown = (g: Group) => (g.asked === null ? 1 : 0);
  groups.sort(
    (a, b) =>
      unknown(a) - unknown(b) || sign * (weight(b) - weight(a)) || b.count - a.count || (a.key < b.key ? -1 : 1),
  );
  // An incident of two actors or sources is in two groups.
  const total = inOneGroup(query) ? { total: totalOf({ groups, ungrouped }) } : {};
  const shown = groups.slice(query.offset, query.offset + query.limit);
  return { groups: shown, groupTotal: groups.length, ungrouped, ...total };
}

/** Whether a ranking's groups hold each incident once. */
export const inOneGroup = ({ by }: Query): boolean => by !== undefined && by !== 'actor' && by !== 'source';

/** One group a side, in the order asked; a side's own facets take the place of the common ones. */
export async function compare(db: Database, query: Query): Promise<Partial<Result>> {
  const sides = (query.sides ?? []).map(async ({ key, filter }): Promise<Group> => {
    const joined = { ...query.filter, ...filter };
    const reading = chooseSource(db, { filter: joined, of: query.of }, filterClause(db, joined));
    const { sql, values } = reading.from;
    return { ...groupOf((await db.get(`SELECT ${sumsOf(reading, query.of)} FROM ${sql}`, ...values)) ?? {}), key };
  });
  const groups = await Promise.all(sides);
  return { groups, groupTotal: groups.length, total: groups.reduce((n, g) => n + g.count, 0) };
}

/** Days from the first to the last. */
export async function span(db: Database, inside: SqlFragment): Promise<Partial<Result>> {
  const end = async (order: string) =>
    (
      await db.get(
        `SELECT ${dialectOf(db).jsonOf('i.rid')} AS json FROM (SELECT i.rid FROM incident i WHERE ${inside.sql} AND i.first IS NOT NULL ORDER BY ${order} LIMIT 1) i`,
        ...inside.values,
      )
    )?.json as string | undefined;
  const [first, last] = [await end('i.first, i.last, i.seq'), await end('i.last DESC, i.first DESC, i.seq DESC')].map(
    (json) => (json ? (JSON.parse(json) as Incident) : undefined),
  );
  if (!first || !last) return { incidents: [] };
  const days = daysBetween(first.when.start as string, last.when.end as string);
  return { value: days, incidents: first.id === last.id ? [first] : [first, last] };
}
