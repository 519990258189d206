import type { Period } from './query.ts';

/** Days of the incident's own range; a clock time is as fine as its day, because records are. */
export function daysOf(period: Period): { from: string | null; before: string | null } {
  const from = period.start?.slice(0, 10) ?? null;
  if (period.end === null) return { from, before: null };
  const [day, time] = [period.end.slice(0, 10), period.end.slice(11)];
  return { from, before: time && !/^00:00(:00)?/.test(time) ? nextDay(day) : day };
}

const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
