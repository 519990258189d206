import { day } from '../kernel/duration.ts';
import type { Unit } from './query.ts';

/** The units of time among the units of a query. */
export type TimeUnit = Extract<Unit, 'day' | 'week' | 'month' | 'year'>;

/** Whether a query's `by` is a unit of time. */
export const isTimeUnit = (unit: Unit | undefined): unit is TimeUnit =>
  unit === 'day' || unit === 'week' || unit === 'month' || unit === 'year';

/** The Monday of an ISO week (ISO 8601: 4 January is in week 1), in milliseconds UTC. */
function monday(year: number, week: number): number {
  const fourth = Date.UTC(year, 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return fourth - weekday * day + (week - 1) * 7 * day;
}

/** The range `[start, end)` of a group's key ("2016", "2016-03", "2016-W11", "2016-03-14"), in milliseconds UTC. */
export function unitRange(key: string): { start: number; end: number } {
  const week = key.match(/^(\d{4})-W(\d{2})$/);
  if (week) {
    const start = monday(Number(week[1]), Number(week[2]));
    return { start, end: start + 7 * day };
  }
  const [year = 0, month, date] = key.split('-').map(Number);
  if (month === undefined) return { start: Date.UTC(year, 0), end: Date.UTC(year + 1, 0) };
  if (date === undefined) return { start: Date.UTC(year, month - 1), end: Date.UTC(year, month) };
  const start = Date.UTC(year, month - 1, date);
  return { start, end: start + day };
}

/** The key of the unit that an instant (milliseconds UTC) lies in; weeks are those of ISO 8601. */
export function unitKey(at: number, by: TimeUnit): string {
  const iso = new Date(at).toISOString();
  if (by === 'year') return iso.slice(0, 4);
  if (by === 'month') return iso.slice(0, 7);
  if (by === 'day') return iso.slice(0, 10);
  const thursday = at - ((new Date(at).getUTCDay() + 6) % 7) * day + 3 * day;
  const year = new Date(thursday).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / day / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Every key from the first to the last, both inclusive; none if there were more than `most`. */
export function unitsBetween(first: string, last: string, by: TimeUnit, most: number): string[] {
  const keys: string[] = [];
  const { start: stop } = unitRange(last);
  for (let { start, end } = unitRange(first); start <= stop; { start, end } = unitRange(unitKey(end, by))) {
    if (keys.length === most) return [];
    keys.push(unitKey(start, by));
  }
  return keys;
}
