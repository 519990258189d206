import type { Database, Value } from '../../database/database.ts';
import { daysLater } from '../day-spans.ts';
import { stretchesOf } from '../periods.ts';
import type { Filter, Query } from '../query.ts';
import { countOf, type MatchedSet } from './count.ts';
import { dialectOf } from './dialects.ts';
import { fromRollups } from './rollup-source.ts';
import { rollupFacets } from './rollups/facets.ts';
import { all, clause, isOneOf, type SqlFragment } from './sql-fragment.ts';
import { insideClause, longest } from './where-period.ts';
import { countriesAround } from './where-place.ts';

/** A page in an order. */
export interface PageWindow {
  order: Query['order'];
  limit: number;
  offset: number;
}

/** The first column that an order sorts by, and the incidents up to a value or a month of it. */
interface SortKey {
  column: string;
  sort: string;
  upTo(matched: MatchedSet, value: Value): SqlFragment;
  /** If the roll-ups have it by month: the same for months ("2016-03"). */
  month?: { key: string; sort: string; upTo(matched: MatchedSet, month: string): SqlFragment };
}

const inPeriodSince = ({ where, filter }: MatchedSet, day: string) =>
  all([where.facets, insideClause(stretchesOf(filter), day)]);
const latest: SortKey = {
  column: 'i.last',
  sort: 'i.last DESC NULLS LAST',
  upTo: (matched, day) => inPeriodSince(matched, String(day)),
  month: {
    key: 'substr(i.last, 1, 7)',
    sort: '1 DESC NULLS LAST',
    upTo: (matched, month) => inPeriodSince(matched, `${month}-01`),
  },
};
const sortKeys: Partial<Record<Query['order'], SortKey>> = {
  oldest: {
    column: 'i.first',
    sort: 'i.first NULLS FIRST',
    upTo: ({ inside }, day) => all([inside, clause('i.first <= ? OR i.first IS NULL', day)]),
    month: {
      key: 'substr(i.first, 1, 7)',
      sort: '1 NULLS FIRST',
      // Unless its date range is long, an incident ends soon after it begins.
      upTo: ({ inside }, month) => {
        const soon = daysLater(`${month}-01`, 31 + longest);
        return all([inside, clause('i.first <= ? AND (i.last < ? OR i.long = 1)', `${month}-31`, soon)]);
      },
    },
  },
  deadliest: {
    column: 'i.best',
    sort: 'i.best DESC NULLS LAST',
    upTo: ({ inside }, toll) => all([inside, clause('i.best + 0 >= ?', toll)]),
  },
};
/** This many incidents are sorted quickly enough without a bound. */
const fewEnoughToSort = 100;
/** Whether incidents are found through other tables: to look for the page first would search those twice. */
const readsOtherTables = ({ actors, pair, text, mentions, attribution, source }: Filter): boolean =>
  [actors, pair, text, mentions, attribution, source].some((facet) => facet !== undefined);

/** The incidents to sort, and what follows the table's name to read them by an index. */
export interface BoundedPage {
  inside: SqlFragment;
  indexHint?: string;
}

/**
 * Bounds the matched incidents to those that may be on the page, so that few rows are sorted by all columns of the
 * order.
 */
export async function boundPage(db: Database, matched: MatchedSet, page: PageWindow): Promise<BoundedPage> {
  const { inside, total, filter } = matched;
  if (total <= fewEnoughToSort || readsOtherTables(filter)) return { inside };
  if (page.order === 'longest') return { inside: await boundByLength(db, matched, page) };
  if (page.order === 'deadliest' && (await tollIndexPays(db, matched, page))) return boundByToll(db, matched, page);
  const sortKey = sortKeys[page.order] ?? latest;
  return {
    inside: (await boundByMonth(db, matched, page, sortKey)) ?? (await boundByValue(db, matched, page, sortKey)),
  };
}

/** Those with a long date range, if they are enough for the page. */
async function boundByLength(
  db: Database,
  { inside }: MatchedSet,
  { limit, offset }: PageWindow,
): Promise<SqlFragment> {
  const long = all([clause('i.long = 1'), inside]);
  const row = await db.get(`SELECT count(*) AS n FROM incident i WHERE ${long.sql}`, ...long.values);
  return Number(row?.n) >= limit + offset ? long : inside;
}

async function boundByValue(
  db: Database,
  matched: MatchedSet,
  { limit, offset }: PageWindow,
  sortKey: SortKey,
): Promise<SqlFragment> {
  const { inside } = matched;
  const ends = await db.get(
    `SELECT ${sortKey.column} AS value FROM incident i WHERE ${inside.sql} ORDER BY ${sortKey.sort} LIMIT 1 OFFSET ?`,
    ...inside.values,
    limit + offset - 1,
  );
  const value = (ends?.value ?? null) as Value;
  return value === null ? inside : sortKey.upTo(matched, value);
}

async function boundByMonth(
  db: Database,
  matched: MatchedSet,
  { limit, offset }: PageWindow,
  { month }: SortKey,
): Promise<SqlFragment | undefined> {
  const totals = month && fromRollups(db, { filter: matched.filter, by: 'month' });
  if (!totals) return undefined;
  const { sql, values } = totals.from;
  let n = 0;
  for (const row of await db.all(
    `SELECT ${month.key} AS month, ${totals.count} AS n FROM ${sql} GROUP BY 1 ORDER BY ${month.sort}`,
    ...values,
  )) {
    if (row.month === null) return undefined;
    n += Number(row.n);
    if (n >= limit + offset) return month.upTo(matched, String(row.month));
  }
  return undefined;
}

async function countIncidents(db: Database, countries: readonly string[] | undefined): Promise<number> {
  const there = all([clause("kind = 'country'"), ...(countries ? [isOneOf('name', countries)] : [])]);
  return Number((await db.get(`SELECT sum(n) AS n FROM named WHERE ${there.sql}`, ...there.values))?.n ?? 0);
}

/** Whether reading the index by toll, and then each record, finds a page soon enough. */
async function tollIndexPays(
  db: Database,
  { filter, total }: MatchedSet,
  { limit, offset }: PageWindow,
): Promise<boolean> {
  const facets = rollupFacets(filter);
  if (!facets || facets.of === 'actor') return false;
  const there = await countIncidents(db, countriesAround(filter.places ?? []));
  const toBeRead = ((limit + offset) * there) / total;
  const { places, period, periods } = filter;
  const plain = facets.ofTypes && fromRollups(db, { filter: { places, period, periods } });
  const otherwise = plain ? await countOf(db, plain) : total;
  // With a margin: the highest tolls may be those of other incidents.
  return otherwise > 5 * toBeRead;
}

async function boundByToll(
  db: Database,
  { inside, filter }: MatchedSet,
  { limit, offset }: PageWindow,
): Promise<BoundedPage> {
  const alone = countriesAround(filter.places ?? [])?.length === 1;
  const indexHint = dialectOf(db).indexHint(alone ? 'incident_by_country_toll' : 'incident_by_toll');
  const ends = await db.get(
    `SELECT i.best AS value FROM incident i ${indexHint} WHERE ${inside.sql} AND i.best > 0 ORDER BY i.best DESC LIMIT 1 OFFSET ?`,
    ...inside.values,
    limit + offset - 1,
  );
  return ends
    ? { indexHint, inside: all([inside, clause('i.best > 0 AND i.best >= ?', Number(ends.value))]) }
    : { inside };
}
