import type { Database } from '../../database/database.ts';
import { stretchesOf } from '../periods.ts';
import type { Filter, Period, Query } from '../query.ts';
import { dialectOf } from './dialects.ts';
import { chooseSource, type RollupSource } from './rollup-source.ts';
import { all, type SqlFragment } from './sql-fragment.ts';
import { type WhereClauses, type WhereHints, whereIn, whereOf } from './where.ts';
import { insideClause, overlapClauses } from './where-period.ts';
import { yearsFor } from './where-words.ts';

interface FilterRequest {
  filter: Filter;
  hints: WhereHints;
}

/** The incidents that a filter matches, as SQL, and how many there are. */
export interface MatchedSet extends FilterRequest {
  where: WhereClauses;
  inside: SqlFragment;
  total: number;
}

/** How many incidents a source counts. */
export const countOf = async (db: Database, { from, count: n }: RollupSource): Promise<number> =>
  Number((await db.get(`SELECT ${n} AS n FROM ${from.sql}`, ...from.values))?.n ?? 0);

/** The matched incidents without counting them (`total` is 0): for measures whose groups give the total. */
export function matchedWithoutCount(db: Database, filter: Filter, hints: WhereHints = {}): MatchedSet {
  const where = whereIn(db, filter, hints);
  return { filter, hints, where, inside: all([where.facets, insideClause(stretchesOf(filter))]), total: 0 };
}

/**
 * The matched incidents, counted. If none has all terms of the full text and the order is relevance: those with any.
 */
export async function searchMatches(db: Database, { filter, order }: Query): Promise<MatchedSet> {
  const years = await yearsFor(db, filter);
  const attempt = async (joiner: 'AND' | 'OR'): Promise<MatchedSet> => {
    const found = matchedWithoutCount(db, filter, { joiner, years });
    return { ...found, total: await countOf(db, chooseSource(db, { filter }, found.inside)) };
  };
  const strict = await attempt('AND');
  return strict.total === 0 && filter.text && order === 'relevance' ? await attempt('OR') : strict;
}

/**
 * Matched incidents whose dates touch a period but lie in none. `long`: whether the data has any with long date ranges.
 */
export function overlapping(
  db: Database,
  { filter, hints }: FilterRequest,
  periods: readonly Period[],
  long: boolean,
): SqlFragment[] {
  const reaching = overlapClauses(periods);
  return [...reaching.short, ...(long ? reaching.long : [])].map(({ dates, ends }) =>
    all([whereOf(dialectOf(db), filter, { ...hints, ends }).facets, dates]),
  );
}

const sumOfCounts = (clauses: readonly SqlFragment[]): string =>
  clauses.map(({ sql }) => `(SELECT count(*) FROM incident i WHERE ${sql})`).join(' + ');

/**
 * The number of incidents that the clauses of each name select, summed. One statement, to save round trips to a server.
 */
export async function countsOf<K extends string>(
  db: Database,
  clauses: Record<K, readonly SqlFragment[]>,
): Promise<Record<K, number>> {
  const names = (Object.keys(clauses) as K[]).filter((name) => clauses[name].length > 0);
  const values = names.flatMap((name) => clauses[name].flatMap((c) => c.values));
  const columns = names.map((name) => `${sumOfCounts(clauses[name])} AS "${name}"`);
  const row = names.length ? await db.get(`SELECT ${columns.join(', ')}`, ...values) : undefined;
  const counted = Object.keys(clauses).map((name) => [name, Number(row?.[name] ?? 0)]);
  return Object.fromEntries(counted) as Record<K, number>;
}
