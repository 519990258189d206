import type { Database, Row } from '../../database/database.ts';
import type { Incident } from '../incident.ts';
import type { Result } from '../incidents.ts';
import type { Filter, Quantity, Query } from '../query.ts';
import { alikeAmong } from './alike.ts';
import { besideOf } from './beside.ts';
import { all, type Clause, clause } from './clause.ts';
import { dialectOf } from './dialect.ts';
import { compare, rank, span, trend } from './groups.ts';
import { spots } from './spots.ts';
import { timeline } from './timeline.ts';
import { insideClause, overlapClause, termsOf, whereOf } from './where.ts';

const orders: Partial<Record<Query['order'], string>> = {
  newest: 'i.last DESC NULLS LAST, i.first DESC NULLS LAST, i.seq DESC, i.id DESC',
  oldest: 'i.first NULLS FIRST, i.last NULLS FIRST, i.seq, i.id',
  deadliest: 'i.best DESC NULLS LAST, i.last DESC NULLS LAST, i.first DESC NULLS LAST, i.seq DESC, i.id DESC',
};
orders.most = orders.newest;
orders.fewest = orders.newest;

/** The order of a query's incidents; those of the best match come newest first where all of them are wanted. */
export const orderedBy = ({ order }: Query): string => (orders[order] ?? orders.newest) as string;

/** The column that a quantity is summed from. */
const columnOf: Record<Quantity, string> = {
  incidents: 'i.best',
  killed: 'i.best',
  'civilians killed': 'i.civilians',
  wounded: 'i.wounded',
  abducted: 'i.abducted',
  arrested: 'i.arrested',
};

const count = async (db: Database, where: Clause): Promise<number> =>
  Number((await db.get(`SELECT count(*) AS n FROM incident i WHERE ${where.sql}`, ...where.values))?.n ?? 0);

interface Found {
  filter: Filter;
  joiner: 'AND' | 'OR';
  inside: Clause;
  total: number;
}

/** All terms of the free text; where nothing has them all and order is relevance, any of them. */
export async function search(db: Database, query: Query): Promise<Found> {
  const attempt = async (joiner: 'AND' | 'OR'): Promise<Found> => {
    const inside = all([whereOf(dialectOf(db), query.filter, joiner).facets, insideClause(query.filter.period)]);
    return { filter: query.filter, joiner, inside, total: await count(db, inside) };
  };
  const strict = await attempt('AND');
  return strict.total === 0 && query.filter.text && query.order === 'relevance' ? await attempt('OR') : strict;
}

async function page(db: Database, query: Query, found: Found): Promise<Incident[]> {
  const limit = query.measure === 'first' || query.measure === 'last' ? 1 : query.limit;
  const order =
    query.measure === 'first' ? orders.oldest : query.measure === 'last' ? orders.newest : orders[query.order];
  // Words of an earlier state are found but not weighed.
  const bodies =
    order || query.filter.asOf
      ? await listed(db, found.inside, order ?? (orders.newest as string), limit, query.offset)
      : await relevant(db, query, found, limit);
  return bodies.map((row) => JSON.parse(row.json as string) as Incident);
}

const listed = (db: Database, inside: Clause, order: string, limit: number, offset: number): Promise<Row[]> =>
  db.all(
    `SELECT ${dialectOf(db).jsonOf('i.rid')} AS json FROM (SELECT i.rid FROM incident i WHERE ${inside.sql} ORDER BY ${order} LIMIT ? OFFSET ?) i`,
    ...inside.values,
    limit,
    offset,
  );

/** Best match first. */
async function relevant(db: Database, query: Query, found: Found, limit: number): Promise<Row[]> {
  const terms = termsOf(query.filter.text ?? '');
  if (terms.length === 0) return listed(db, found.inside, orders.newest as string, limit, query.offset);
  const { sql, values } = dialectOf(db).ranked(terms, found.joiner, found.inside);
  return db.all(`${sql} LIMIT ? OFFSET ?`, ...values, limit, query.offset);
}

/** Answers a query: the counts, the shown incidents, and what stands beside them. */
export async function find(db: Database, query: Query): Promise<Result> {
  const found = await search(db, query);
  const where = whereOf(dialectOf(db), query.filter, found.joiner);
  const { period } = query.filter;
  const inPeriod = insideClause(period);
  const result: Result = {
    total: found.total,
    overlapping: period ? await count(db, all([where.facets, overlapClause(period)])) : 0,
    coarse:
      (where.coarse ? await count(db, all([where.coarse, inPeriod])) : 0) +
      (where.coarselyKept ? await count(db, all([where.coarselyKept, inPeriod])) : 0),
    withoutFigure: 0,
    incidents: [],
    unreviewed: await count(db, all([clause('i.unreviewed = 1'), found.inside])),
    alike: query.filter.asOf ? 0 : await alikeAmong(db, found.inside),
    ...(await besideOf(db, query)),
  };
  return { ...result, ...(await measured(db, query, found)) };
}

async function measured(db: Database, query: Query, found: Found): Promise<Partial<Result>> {
  switch (query.measure) {
    case 'trend':
      return trend(db, query, found.inside);
    case 'rank':
      return rank(db, query, found.inside);
    case 'compare':
      return compare(db, query);
    case 'span':
      return span(db, found.inside);
    case 'map':
      return spots(db, found.inside);
    case 'timeline':
      return {
        ...(await timeline(db, query, found.inside)),
        incidents: inOrder(await page(db, { ...query, order: 'deadliest', offset: 0 }, found)),
      };
    case 'sum':
      return {
        ...(await sum(db, query, found.inside)),
        incidents: await page(db, { ...query, order: 'deadliest', limit: Math.min(3, query.limit) }, found),
      };
    case 'count':
      return { value: found.total, incidents: await page(db, { ...query, limit: Math.min(3, query.limit) }, found) };
    default:
      return { incidents: await page(db, query, found) };
  }
}

/** The chosen ones as they happened. */
const inOrder = (incidents: Incident[]): Incident[] =>
  incidents.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
const key = ({ when, id }: Incident) => `${when.start ?? '9999'} ${when.end ?? ''} ${id}`;

async function sum(
  db: Database,
  query: Query,
  inside: Clause,
): Promise<Pick<Result, 'value' | 'low' | 'high' | 'withoutFigure'>> {
  const column = columnOf[query.of];
  const [low, high] = query.of === 'killed' || query.of === 'incidents' ? ['i.low', 'i.high'] : [column, column];
  const { sql, values } = clause(
    `SELECT sum(${column}) AS value, sum(${low}) AS low, sum(${high}) AS high, count(*) - count(${column}) AS without FROM incident i WHERE ${inside.sql}`,
    ...inside.values,
  );
  const row = await db.get(sql, ...values);
  return {
    value: Number(row?.value ?? 0),
    low: Number(row?.low ?? 0),
    high: Number(row?.high ?? 0),
    withoutFigure: Number(row?.without ?? 0),
  };
}
