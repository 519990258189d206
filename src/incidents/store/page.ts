import type { Database, Row, Value } from '../../database/database.ts';
import { daysLater } from '../days.ts';
import type { Incident } from '../incident.ts';
import type { Query } from '../query.ts';
import { all, type Clause, clause } from './clause.ts';
import type { Found } from './count.ts';
import { dialectOf } from './dialect.ts';
import { ofTotals } from './reading.ts';
import { longest, termsOf } from './where.ts';
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

interface Page {
  order: Query['order'];
  limit: number;
  offset: number;
}

/** What an order goes by first, and the side of it that comes first. */
interface Side {
  column: string;
  sort: string;
  within: string;
  /** Months to find it by, where totals tell them. */
  month?: { key: string; sort: string; within(month: string): Clause };
}
const latest: Side = {
  column: 'i.last',
  sort: 'i.last DESC NULLS LAST',
  within: 'i.last >= ?',
  month: {
    key: 'substr(i.last, 1, 7)',
    sort: '1 DESC NULLS LAST',
    within: (month) => clause('i.last >= ?', `${month}-01`),
  },
};
const sides: Partial<Record<Query['order'], Side>> = {
  oldest: {
    column: 'i.first',
    sort: 'i.first NULLS FIRST',
    within: '(i.first <= ? OR i.first IS NULL)',
    month: {
      key: 'substr(i.first, 1, 7)',
      sort: '1 NULLS FIRST',
      // What begins that early ends soon after, if its range is not long.
      within: (month) =>
        clause('i.first <= ? AND (i.last < ? OR i.long = 1)', `${month}-31`, daysLater(`${month}-01`, 31 + longest)),
    },
  },
  deadliest: { column: 'i.best', sort: 'i.best DESC NULLS LAST', within: 'i.best + 0 >= ?' },
};
/** So few are sorted as quickly without. */
const few = 100;

/** Of many, only those that may be on the page, so that the rest of the order reads few rows. */
async function narrowed(db: Database, found: Found, page: Page): Promise<Clause> {
  const { inside, total } = found;
  if (total <= few) return inside;
  const side = sides[page.order] ?? latest;
  const months = await narrowedByMonths(db, found, page, side);
  if (months) return months;
  const ends = await db.get(
    `SELECT ${side.column} AS value FROM incident i WHERE ${inside.sql} ORDER BY ${side.sort} LIMIT 1 OFFSET ?`,
    ...inside.values,
    page.limit + page.offset - 1,
  );
  const value = (ends?.value ?? null) as Value;
  return value === null ? inside : all([inside, clause(side.within, value)]);
}

async function narrowedByMonths(
  db: Database,
  { filter, inside }: Found,
  { limit, offset }: Page,
  { month }: Side,
): Promise<Clause | undefined> {
  const totals = month && ofTotals(db, { filter, by: 'month' });
  if (!totals) return undefined;
  const { sql, values } = totals.from;
  let n = 0;
  for (const row of await db.all(
    `SELECT ${month.key} AS month, ${totals.count} AS n FROM ${sql} GROUP BY 1 ORDER BY ${month.sort}`,
    ...values,
  )) {
    if (row.month === null) return undefined;
    n += Number(row.n);
    if (n >= limit + offset) return all([inside, month.within(String(row.month))]);
  }
  return undefined;
}

async function listed(db: Database, found: Found, page: Page): Promise<Row[]> {
  const inside = await narrowed(db, found, page);
  return db.all(
    `SELECT ${dialectOf(db).jsonOf('i.rid')} AS json FROM (SELECT i.rid FROM incident i WHERE ${inside.sql} ORDER BY ${orderedBy(page.order)} LIMIT ? OFFSET ?) i`,
    ...inside.values,
    page.limit,
    page.offset,
  );
}

/** Best match first. */
async function relevant(db: Database, query: Query, found: Found, limit: number): Promise<Row[]> {
  const terms = termsOf(query.filter.text ?? '');
  const { joiner = 'AND', years } = found.words;
  if (terms.length === 0) return listed(db, found, { order: 'newest', limit, offset: query.offset });
  const { sql, values } = dialectOf(db).ranked(
    { terms, joiner, beside: whereWordsOf(query.filter, years) },
    found.inside,
  );
  return db.all(`${sql} LIMIT ? OFFSET ?`, ...values, limit, query.offset);
}

/** The incidents that a query shows of those found. */
export async function page(db: Database, query: Query, found: Found): Promise<Incident[]> {
  const limit = query.measure === 'first' || query.measure === 'last' ? 1 : query.limit;
  const order = query.measure === 'first' ? 'oldest' : query.measure === 'last' ? 'newest' : query.order;
  // Words of an earlier state are found but not weighed.
  const rows =
    orders[order] || query.filter.asOf
      ? await listed(db, found, { order, limit, offset: query.offset })
      : await relevant(db, query, found, limit);
  return rows.map((row) => JSON.parse(row.json as string) as Incident);
}
