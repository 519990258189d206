import { daysBetween } from '../../day-spans.ts';
import type { Incident } from '../../incident.ts';
import type { Result } from '../../result.ts';
import { dialectOf } from '../dialects.ts';
import type { MeasureInput } from './measure.ts';

const orders = { first: 'i.first, i.last, i.seq', last: 'i.last DESC, i.first DESC, i.seq DESC' };

async function edge({ db, matched: { inside } }: MeasureInput, which: keyof typeof orders) {
  const row = await db.get(
    `SELECT ${dialectOf(db).jsonOf('i.rid')} AS json FROM (SELECT i.rid FROM incident i WHERE ${inside.sql} AND i.first IS NOT NULL ORDER BY ${orders[which]} LIMIT 1) i`,
    ...inside.values,
  );
  return row ? (JSON.parse(String(row.json)) as Incident) : undefined;
}

/**
 * Days from the first day of the first incident to the last day of the last one, and these two (one, if it is the
 * same).
 */
export async function span(input: MeasureInput): Promise<Pick<Result, 'value' | 'incidents'>> {
  const [first, last] = [await edge(input, 'first'), await edge(input, 'last')];
  if (!first || !last) return { incidents: [] };
  const days = daysBetween(first.when.start as string, last.when.end as string);
  return { value: days, incidents: first.id === last.id ? [first] : [first, last] };
}
