import { day as dayMs } from '../kernel/duration.ts';
import type { Period } from './query.ts';

/**
 * The days `[from, before)` of a period, because records have no clock times: a day that the period touches is in it.
 * `{ start: '2020-07-11T18:00', end: '2020-07-12T06:00' }` → `{ from: '2020-07-11', before: '2020-07-13' }`.
 */
export function daysOf(period: Period): { from: string | null; before: string | null } {
  const from = period.start?.slice(0, 10) ?? null;
  if (period.end === null) return { from, before: null };
  const [day, time] = [period.end.slice(0, 10), period.end.slice(11)];
  return { from, before: time && !/^00:00(:00)?/.test(time) ? daysLater(day, 1) : day };
}

/** The ISO date so many days after another; negative days are before it. */
export const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** Days from one ISO date to another; negative if `last` is before `first`. */
export const daysBetween = (first: string, last: string): number => (Date.parse(last) - Date.parse(first)) / dayMs;
