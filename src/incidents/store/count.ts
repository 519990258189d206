import type { Database } from '../../database/database.ts';
import type { Filter, Period, Query } from '../query.ts';
import { all, type Clause, clause, isOneOf } from './clause.ts';
import { ofIncidents, type Reading, readingFor } from './reading.ts';
import { allTypes } from './totals/keep.ts';
import { insideOf, overlapClauses, type Words } from './where.ts';
import { yearsFor } from './where-words.ts';

/** What a query finds: of all terms of its free text, or of any of them. */
export interface Found {
  filter: Filter;
  words: Words;
  inside: Clause;
  total: number;
}

const countOf = async (db: Database, { from, count: n }: Reading): Promise<number> =>
  Number((await db.get(`SELECT ${n} AS n FROM ${from.sql}`, ...from.values))?.n ?? 0);

/** Which of two sides did less: few of them are looked at. */
async function rarerOf(db: Database, { pair }: Filter): Promise<0 | 1> {
  if (!pair) return 0;
  const [a = 0, b = 0] = await Promise.all(
    pair.map(async ({ names }) => {
      const { sql, values } = isOneOf('actor', names);
      const row = await db.get(`SELECT sum(n) AS n FROM actor_total WHERE types = ? AND ${sql}`, allTypes, ...values);
      return Number(row?.n ?? 0);
    }),
  );
  return b < a ? 1 : 0;
}

export const count = (db: Database, where: Clause): Promise<number> => countOf(db, ofIncidents(where));

/** All terms of the free text; where nothing has them all and order is relevance, any of them. */
export async function search(db: Database, { filter, order }: Query): Promise<Found> {
  const hints = { years: await yearsFor(db, filter), rarer: await rarerOf(db, filter) };
  const attempt = async (joiner: 'AND' | 'OR'): Promise<Found> => {
    const words = { joiner, ...hints };
    const inside = insideOf(db, filter, words);
    return { filter, words, inside, total: await countOf(db, readingFor(db, { filter }, inside)) };
  };
  const strict = await attempt('AND');
  return strict.total === 0 && filter.text && order === 'relevance' ? await attempt('OR') : strict;
}

/** Most data has none of a rare kind, which is known at once. */
const some = async (db: Database, which: 'unreviewed' | 'long'): Promise<boolean> =>
  (await db.get(`SELECT 1 FROM incident i WHERE i.${which} = 1 LIMIT 1`)) !== undefined;

/** Incidents that reach into the period from outside. */
export async function overlapping(db: Database, facets: Clause, period: Period): Promise<number> {
  const { short, long } = overlapClauses(period);
  let sum = 0;
  for (const reaching of (await some(db, 'long')) ? [...short, ...long] : short)
    sum += await count(db, all([facets, reaching]));
  return sum;
}

export const unreviewed = async (db: Database, inside: Clause): Promise<number> =>
  (await some(db, 'unreviewed')) ? count(db, all([clause('i.unreviewed = 1'), inside])) : 0;
