import type { Database } from '../../database/database.ts';
import type { Filter, Period, Query } from '../query.ts';
import { all, type Clause, clause } from './clause.ts';
import { dialectOf } from './dialect.ts';
import { ofIncidents, type Reading, readingFor } from './reading.ts';
import { type Hints, insideClause, overlapClauses, type Where, whereIn, whereOf } from './where.ts';
import { yearsFor } from './where-words.ts';

interface Asked {
  filter: Filter;
  hints: Hints;
}

/** What a query finds: of all terms of its free text, or of any of them. */
export interface Found extends Asked {
  where: Where;
  inside: Clause;
  total: number;
}

export const countOf = async (db: Database, { from, count: n }: Reading): Promise<number> =>
  Number((await db.get(`SELECT ${n} AS n FROM ${from.sql}`, ...from.values))?.n ?? 0);

export const count = (db: Database, where: Clause): Promise<number> => countOf(db, ofIncidents(where));

/** What a query means, where its groups will tell how many there are. */
export function uncounted(db: Database, filter: Filter, hints: Hints = {}): Found {
  const where = whereIn(db, filter, hints);
  return { filter, hints, where, inside: all([where.facets, insideClause(filter.period)]), total: 0 };
}

/** All terms of the free text; where nothing has them all and order is relevance, any of them. */
export async function search(db: Database, { filter, order }: Query): Promise<Found> {
  const years = await yearsFor(db, filter);
  const attempt = async (joiner: 'AND' | 'OR'): Promise<Found> => {
    const found = uncounted(db, filter, { joiner, years });
    return { ...found, total: await countOf(db, readingFor(db, { filter }, found.inside)) };
  };
  const strict = await attempt('AND');
  return strict.total === 0 && filter.text && order === 'relevance' ? await attempt('OR') : strict;
}

/** Most data has none of a rare kind, which is known at once. */
const some = async (db: Database, which: 'unreviewed' | 'long'): Promise<boolean> =>
  (await db.get(`SELECT 1 FROM incident i WHERE i.${which} = 1 LIMIT 1`)) !== undefined;

/** Incidents that reach into the period from outside. */
export async function overlapping(db: Database, { filter, hints }: Asked, period: Period): Promise<number> {
  const { short, long } = overlapClauses(period);
  let sum = 0;
  for (const { dates, ends } of (await some(db, 'long')) ? [...short, ...long] : short)
    sum += await count(db, all([whereOf(dialectOf(db), filter, { ...hints, ends }).facets, dates]));
  return sum;
}

export const unreviewed = async (db: Database, inside: Clause): Promise<number> =>
  (await some(db, 'unreviewed')) ? count(db, all([clause('i.unreviewed = 1'), inside])) : 0;
