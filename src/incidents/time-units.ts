import { day } from '../kernel/duration.ts';
import type { Unit } from './query.ts';

const timeUnits = ['day', 'week', 'month', 'quarter', 'half', 'year'] as const;
/** The units of the calendar among the units of a query. */
export type TimeUnit = (typeof timeUnits)[number];

/** The units of time that come round again, and all their keys in order; Monday is 1, seasons are those of the north. */
const cycles = {
  season: ['winter', 'spring', 'summer', 'autumn'],
  weekday: Array.from({ length: 7 }, (_, n) => String(n + 1)),
  hour: Array.from({ length: 24 }, (_, n) => String(n).padStart(2, '0')),
};
export type CycleUnit = keyof typeof cycles;

/** The key of the unit before. */
export const unitBefore = (key: string, by: TimeUnit): string => unitKey(unitRange(key).start - 1, by);

/** Whether a query's `by` is a unit of the calendar. */
export const isTimeUnit = (unit: Unit | undefined): unit is TimeUnit => timeUnits.some((one) => one === unit);

/** Whether a query's `by` is a unit of time that comes round again. */
export const isCycleUnit = (unit: Unit | undefined): unit is CycleUnit => unit !== undefined && unit in cycles;

/** The keys of a unit that comes round again: "1" to "7", "00" to "23". */
export const keysOfCycle = (unit: CycleUnit): readonly string[] => cycles[unit];

/** The Monday of an ISO week (ISO 8601: 4 January is in week 1), in milliseconds UTC. */
function monday(year: number, week: number): number {
  const fourth = Date.UTC(year, 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return fourth - weekday * day + (week - 1) * 7 * day;
}

/** Months of the parts of a year that keys name by a letter and a number. */
const lengths: Record<string, number> = { Q: 3, H: 6 };

/**
 * The range `[start, end)` of a group's key ("2016", "2016-H1", "2016-Q3", "2016-03", "2016-W11", "2016-03-14"), in
 * milliseconds UTC.
 */
export function unitRange(key: string): { start: number; end: number } {
  const [, said, letter = '', number] = key.match(/^(\d{4})-([WQH])(\d{1,2})$/) ?? [];
  if (letter === 'W') {
    const start = monday(Number(said), Number(number));
    return { start, end: start + 7 * day };
  }
  const months = lengths[letter];
  if (months !== undefined) {
    const first = (Number(number) - 1) * months;
    return { start: Date.UTC(Number(said), first), end: Date.UTC(Number(said), first + months) };
  }
  const [year = 0, month, date] = key.split('-').map(Number);
  if (month === undefined) return { start: Date.UTC(year, 0), end: Date.UTC(year + 1, 0) };
  if (date === undefined) return { start: Date.UTC(year, month - 1), end: Date.UTC(year, month) };
  const start = Date.UTC(year, month - 1, date);
  return { start, end: start + day };
}

/** The key of the unit that an instant (milliseconds UTC) lies in; weeks are those of ISO 8601. */
export function unitKey(at: number, by: TimeUnit): string {
  const date = new Date(at);
  const iso = date.toISOString();
  const part = (months: number) => Math.floor(date.getUTCMonth() / months) + 1;
  switch (by) {
    case 'year':
      return iso.slice(0, 4);
    case 'half':
      return `${iso.slice(0, 4)}-H${part(6)}`;
    case 'quarter':
      return `${iso.slice(0, 4)}-Q${part(3)}`;
    case 'month':
      return iso.slice(0, 7);
    case 'week':
      return weekKey(at);
    case 'day':
      return iso.slice(0, 10);
  }
}

function weekKey(at: number): string {
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
