import { daysLater, daysOf } from '../day-spans.ts';
import { areDisjoint, wholePeriod } from '../periods.ts';
import type { Period } from '../query.ts';
import { all, any, clause, not, type SqlFragment } from './sql-fragment.ts';
import type { Ends } from './where-actors.ts';

/**
 * Incidents whose whole date range lies in one of the periods; all, if there are none. `since`: only those that end on
 * that ISO day or later, merged with the periods' own bound because an index uses one bound of a column.
 */
export function insideClause(periods: readonly Period[] | undefined, since: string | null = null): SqlFragment {
  const whole = periods && wholePeriod({ periods: [...periods] });
  if (!whole) return since === null ? clause('TRUE') : clause('i.last >= ?', since);
  const inWhole = insideOne(whole, since);
  return periods.length === 1 ? inWhole : all([inWhole, any(periods.map((one) => insideOne(one)))]);
}

function insideOne(period: Period, since: string | null = null): SqlFragment {
  const { from, before } = daysOf(period);
  // Implied by the bound of `first`, but lets an index by the last day be used.
  const earliestEnd = from !== null && (since === null || from > since) ? from : since;
  return all([
    ...(from === null ? [clause('i.first IS NOT NULL')] : [clause('i.first >= ?', from)]),
    ...(earliestEnd === null ? [] : [clause('i.last >= ?', earliestEnd)]),
    ...(before === null ? [clause('i.last IS NOT NULL')] : [clause('i.last < ?', before)]),
  ]);
}

/** Date ranges of this many days or more have the column `long` set and are looked up by an index of their own. */
export const longest = 32;

/** A condition on dates, and when the incidents that meet it end. */
export interface OverlapClause {
  dates: SqlFragment;
  ends?: Ends;
}

/** The days at which the periods begin or end, in order. */
const bordersOf = (periods: readonly Period[]): string[] =>
  [...new Set(periods.map(daysOf).flatMap(({ from, before }) => [from, before]))].filter((day) => day !== null).sort();

/**
 * Incidents whose date range touches a period but lies in none, in clauses that exclude one another and each read a
 * short range of an index: by the first border that a range crosses. `long`: those with a date range of `longest` days
 * or more.
 */
export function overlapClauses(periods: readonly Period[]): { short: OverlapClause[]; long: OverlapClause[] } {
  const borders = bordersOf(periods);
  // A range that crosses the border of one period may lie in another that overlaps it.
  const outside = areDisjoint(periods) ? [] : [not(insideClause(periods))];
  const begun = (n: number) => borders.slice(Math.max(0, n - 1), n).map((border) => clause('i.first >= ?', border));
  const soon = (border: string, n: number): OverlapClause => {
    const ends = { from: border, before: daysLater(border, longest) };
    const crossing = clause('i.first < ? AND i.last >= ? AND i.last < ?', border, border, ends.before);
    return { dates: all([...begun(n), crossing, ...outside]), ends };
  };
  // Long ranges are few: their index is read first.
  const late = (border: string, n: number): OverlapClause => {
    const reaching = 'SELECT l.rid FROM incident l WHERE l.long = 1 AND l.last >= ? AND l.first < ?';
    const crossing = clause(`i.rid IN (${reaching})`, daysLater(border, longest), border);
    return { dates: all([...begun(n), crossing, ...outside]) };
  };
  return { short: borders.map(soon), long: borders.map(late) };
}
