import { day } from '../../kernel/duration.ts';

const monday = Date.UTC(2024, 0, 1);

/** The name of a weekday in a language; 1 is Monday. */
export const weekdayNumbered = (locale: string, n: number): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(monday + (n - 1) * day);

/** The first and the last minute of an hour of the day: "09" → ["09:00", "09:59"]. */
export const hourOf = (key: string): [string, string] => [`${key}:00`, `${key}:59`];

/** The two names of a pair: "A | B" → ["A", "B"]. */
export const sidesOf = (key: string): string[] => key.split(' | ');

/** The part of a year in a key: "2016-Q3" → `{ year: '2016', letter: 'Q', n: 3 }`; undefined for other keys. */
export function partOfYear(key: string): { year: string; letter: 'Q' | 'H' | 'W'; n: number } | undefined {
  const [, year = '', letter, n] = key.match(/^(\d{4})-([QHW])(\d{1,2})$/) ?? [];
  return letter === 'Q' || letter === 'H' || letter === 'W' ? { year, letter, n: Number(n) } : undefined;
}
