import { day as dayMs } from '../kernel/duration.ts';
import type { Period } from './query.ts';

/** Days of the incident's own range; a clock time is as fine as its day, because records are. */
export function daysOf(period: Period): { from: string | null; before: string | null } {
  const from = period.start?.slice(0, 10) ?? null;
  if (period.end === null) return { from, before: null };
  const [day, time] = [period.end.slice(0, 10), period.end.slice(11)];
  return { from, before: time && !/^00:00(:00)?/.test(time) ? daysLater(day, 1) : day };
}

/** A calendar date so many days later. */
export const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

export const daysBetween = (first: string, last: string): number => (Date.parse(last) - Date.parse(first)) / dayMs;
