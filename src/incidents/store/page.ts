import type { Database, Row } from '../../database/database.ts';
import type { Incident } from '../incident.ts';
import type { Query } from '../query.ts';
import type { MatchedSet } from './count.ts';
import type { Dialect } from './dialect.ts';
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

/** The ORDER BY of an order; by relevance is newest first here, because all incidents are read. */
export const orderedBy = (order: Query['order'], dialect: Dialect): string =>
  order === 'longest'
    ? `${dialect.daysBetween('i.first', 'i.last')} DESC NULLS LAST, i.best DESC NULLS LAST, ${newest}`
    : (orders[order] ?? newest);

async function sortedRows(db: Database, matched: MatchedSet, page: PageWindow): Promise<Row[]> {
  const { inside, indexHint = '' } = await boundPage(db, matched, page);
  return db.all(
    `SELECT ${dialectOf(db).jsonOf('i.rid')} AS json FROM (SELECT i.rid FROM incident i ${indexHint} WHERE ${inside.sql} ORDER BY ${orderedBy(page.order, dialectOf(db))} LIMIT ? OFFSET ?) i`,
    ...inside.values,
    page.limit,
    page.offset,
  );
}

/** Best match first. */
async function relevantRows(db: Database, query: Query, matched: MatchedSet): Promise<Row[]> {
  const terms = termsOf(query.filter.text ?? '');
  const { joiner = 'AND', years } = matched.hints;
  if (terms.length === 0) return sortedRows(db, matched, { ...query, order: 'newest' });
  const { sql, values } = dialectOf(db).rankedQuery(
    { terms, joiner, whereWords: whereWordsOf(query.filter, years) },
    matched.inside,
  );
  return db.all(`${sql} LIMIT ? OFFSET ?`, ...values, query.limit, query.offset);
}

/** The page of matched incidents that `order`, `limit` and `offset` of a query ask for. */
export async function page(db: Database, query: Query, matched: MatchedSet): Promise<Incident[]> {
  // The full text of an earlier state can be matched but not ranked.
  const rows =
    query.order !== 'relevance' || query.filter.asOf
      ? await sortedRows(db, matched, query)
      : await relevantRows(db, query, matched);
  return rows.map((row) => JSON.parse(row.json as string) as Incident);
}
