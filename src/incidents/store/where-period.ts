import { daysLater, daysOf } from '../day-spans.ts';
import type { Period } from '../query.ts';
import { all, clause, type SqlFragment } from './sql-fragment.ts';
import type { Ends } from './where-actors.ts';

/**
 * Incidents whose whole date range lies in the period; all, if there is none. `since`: only those that end on that ISO
 * day or later, merged with the period's own bound because an index uses one bound of a column.
 */
export function insideClause(period: Period | undefined, since: string | null = null): SqlFragment {
  if (!period) return since === null ? clause('TRUE') : clause('i.last >= ?', since);
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

/**
 * Incidents whose date range crosses the start or the end of the period, in clauses that exclude one another and each
 * read a short range of an index. `long`: those with a date range of `longest` days or more.
 */
export function overlapClauses(period: Period): { short: OverlapClause[]; long: OverlapClause[] } {
  const { from, before } = daysOf(period);
  const begun = from ? [clause('i.first >= ?', from)] : [];
  const soon = (border: string, more: SqlFragment[]): OverlapClause => {
    const ends = { from: border, before: daysLater(border, longest) };
    const crossing = clause('i.first < ? AND i.last >= ? AND i.last < ?', border, border, ends.before);
    return { dates: all([...more, crossing]), ends };
  };
  // Long ranges are few: their index is read first.
  const late = (border: string, more: SqlFragment[]): OverlapClause => {
    const reaching = 'SELECT l.rid FROM incident l WHERE l.long = 1 AND l.last >= ? AND l.first < ?';
    return { dates: all([...more, clause(`i.rid IN (${reaching})`, daysLater(border, longest), border)]) };
  };
  const both = (at: typeof soon) => [...(from ? [at(from, [])] : []), ...(before ? [at(before, begun)] : [])];
  return { short: both(soon), long: both(late) };
}
