import type { Database, Row } from '../../database/database.ts';
import type { Incident } from '../incident.ts';
import type { Group, Result } from '../incidents.ts';
import type { Filter, Query, Unit } from '../query.ts';
import { all, type Clause } from './clause.ts';
import { type Dialect, dialectOf } from './dialect.ts';
import { insideClause, whereOf } from './where.ts';

const sums =
  'count(*) AS count, coalesce(sum(i.best), 0) AS killed, coalesce(sum(i.civilians), 0) AS civilians, coalesce(sum(i.low), 0) AS low, coalesce(sum(i.high), 0) AS high';

const groupOf = (row: Row): Group => ({
  key: String(row.key),
  count: Number(row.count),
  killed: Number(row.killed),
  civilians: Number(row.civilians),
  low: Number(row.low),
  high: Number(row.high),
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
async function byTime(db: Database, key: TimeKey, inside: Clause): Promise<{ groups: Group[]; ungrouped: number }> {
  const [first, last] = [key('i.first', dialectOf(db)), key('i.last', dialectOf(db))];
  const rows = await db.all(
    `SELECT CASE WHEN ${first} = ${last} THEN ${first} END AS key, ${sums} FROM incident i WHERE ${inside.sql} GROUP BY 1 ORDER BY 1`,
    ...inside.values,
  );
  return grouped(rows);
}

const totalOf = ({ groups, ungrouped }: { groups: Group[]; ungrouped: number }): number =>
  groups.reduce((sum, group) => sum + group.count, ungrouped);

const grouped = (rows: Row[]) => ({
  groups: rows.filter((r) => r.key !== null).map(groupOf),
  ungrouped: Number(rows.find((r) => r.key === null)?.count ?? 0),
});

export async function trend(db: Database, query: Query, inside: Clause): Promise<Partial<Result>> {
  const { groups, ungrouped } = await byTime(db, timeKey[query.by ?? 'month'] ?? monthKey, inside);
  return { groups, ungrouped, groupTotal: groups.length, total: totalOf({ groups, ungrouped }) };
}

// What is located no finer than a district has no town.
const columns: Partial<Record<Unit, string>> = {
  country: 'i.country',
  admin1: 'i.admin1',
  place: "CASE WHEN i.where_precision IN ('exact', 'near') THEN i.place END",
  eventType: 'i.type',
};

/** Attacks on civilians are done by one side; elsewhere both sides took part. */
const attackersOnly = (filter: Filter) =>
  filter.eventTypes?.some((t) => t === 'one-sided' || t === 'attack-on-civilians') ?? false;

async function byActor(db: Database, query: Query, inside: Clause): Promise<Row[]> {
  const role = attackersOnly(query.filter) ? " AND p.role = 'attacker'" : '';
  return db.all(
    `SELECT i.actor AS key, ${sums} FROM (SELECT DISTINCT p.actor, i.rid, i.best, i.civilians, i.low, i.high FROM incident i ${dialectOf(db).join} part p ON p.rid = i.rid
     WHERE ${inside.sql} AND p.actor <> 'Civilians'${role}) i GROUP BY 1`,
    ...inside.values,
  );
}

async function rowsBy(db: Database, query: Query, inside: Clause): Promise<{ groups: Group[]; ungrouped: number }> {
  const by = query.by ?? 'actor';
  const time = timeKey[by];
  if (time) return byTime(db, time, inside);
  if (by === 'actor') return grouped(await byActor(db, query, inside));
  if (by === 'source') {
    return grouped(
      await db.all(
        `SELECT r.publisher AS key, ${sums} FROM incident i JOIN reported r ON r.rid = i.rid WHERE ${inside.sql} GROUP BY 1`,
        ...inside.values,
      ),
    );
  }
  return grouped(
    await db.all(
      `SELECT ${columns[by]} AS key, ${sums} FROM incident i WHERE ${inside.sql} GROUP BY 1`,
      ...inside.values,
    ),
  );
}

const weigh = (query: Query) => (g: Group) =>
  query.of === 'incidents' ? g.count : query.of === 'civilians killed' ? g.civilians : g.killed;

export async function rank(db: Database, query: Query, inside: Clause): Promise<Partial<Result>> {
  const { groups, ungrouped } = await rowsBy(db, query, inside);
  const weight = weigh(query);
  const sign = query.order === 'fewest' ? -1 : 1;
  groups.sort((a, b) => sign * (weight(b) - weight(a)) || b.count - a.count || (a.key < b.key ? -1 : 1));
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
    const inside = all([whereOf(dialectOf(db), joined).facets, insideClause(joined.period)]);
    return {
      ...groupOf((await db.get(`SELECT ${sums} FROM incident i WHERE ${inside.sql}`, ...inside.values)) ?? {}),
      key,
    };
  });
  const groups = await Promise.all(sides);
  return { groups, groupTotal: groups.length, total: groups.reduce((n, g) => n + g.count, 0) };
}

/** Days from the first to the last. */
export async function span(db: Database, inside: Clause): Promise<Partial<Result>> {
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
  const days = Math.round((Date.parse(last.when.end as string) - Date.parse(first.when.start as string)) / 86_400_000);
  return { value: days, incidents: first.id === last.id ? [first] : [first, last] };
}
