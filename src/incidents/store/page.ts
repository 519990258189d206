import type { Database, Row } from '../../database/database.ts';
import type { Incident } from '../incident.ts';
import type { Query } from '../query.ts';
import type { MatchedSet } from './count.ts';
import { dialectOf } from './dialects.ts';
import { boundPage, type PageWindow } from './page-bound.ts';
import { termsOf } from './where.ts';
import { whereWordsOf } from './where-words.ts';

const newest = 'i.last DESC NULLS LAST, i.first DESC NULLS LAST, i.seq DESC, i.id DESC';
const orders: Partial<Record<Query['order'], string>> = {
  newest,
  most: newest,
  fewest: newest,
  oldest: 'i.first NULLS FIRST, i.last NULLS FIRST, i.seq, i.id',
  deadliest: `i.best DESC NULLS LAST, ${newest}`,
};

/** The order of a query's incidents; those of the best match come newest first where all of them are wanted. */
export const orderedBy = (order: Query['order']): string => orders[order] ?? newest;

async function listed(db: Database, found: MatchedSet, page: PageWindow): Promise<Row[]> {
  const { inside, by = '' } = await boundPage(db, found, page);
  return db.all(
    `SELECT ${dialectOf(db).jsonOf('i.rid')} AS json FROM (SELECT i.rid FROM incident i ${by} WHERE ${inside.sql} ORDER BY ${orderedBy(page.order)} LIMIT ? OFFSET ?) i`,
    ...inside.values,
    page.limit,
    page.offset,
  );
}

/** Best match first. */
async function relevant(db: Database, query: Query, found: MatchedSet, limit: number): Promise<Row[]> {
  const terms = termsOf(query.filter.text ?? '');
  const { joiner = 'AND', years } = found.hints;
  if (terms.length === 0) return listed(db, found, { order: 'newest', limit, offset: query.offset });
  const { sql, values } = dialectOf(db).ranked(
    { terms, joiner, beside: whereWordsOf(query.filter, years) },
    found.inside,
  );
  return db.all(`${sql} LIMIT ? OFFSET ?`, ...values, limit, query.offset);
}

/** The incidents that a query shows of those found. */
export async function page(db: Database, query: Query, found: MatchedSet): Promise<Incident[]> {
  const limit = query.measure === 'first' || query.measure === 'last' ? 1 : query.limit;
  const order = query.measure === 'first' ? 'oldest' : query.measure === 'last' ? 'newest' : query.order;
  // Words of an earlier state are found but not weighed.
  const rows =
    orders[order] || query.filter.asOf
      ? await listed(db, found, { order, limit, offset: query.offset })
      : await relevant(db, query, found, limit);
  return rows.map((row) => JSON.parse(row.json as string) as Incident);
}
