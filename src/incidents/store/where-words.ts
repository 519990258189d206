import type { Database } from '../../database/database.ts';
import { daysOf } from '../day-spans.ts';
import type { IncidentRecord } from '../incident.ts';
import { stretchesOf, wholePeriod } from '../periods.ts';
import type { Filter } from '../query.ts';
import type { Ends } from './where-actors.ts';
import { countriesAround } from './where-place.ts';

// The full text of a record has an extra column of made-up words: one for each of its years ("y2016"), and one with its
// country ("iraqy2016"). A search for them too skips the records of other places and times.
const yearOf = (day: string): number => Number(day.slice(0, 4));
const plain = (country: string): string => country.toLowerCase().replace(/[^\p{L}]+/gu, '');
const yearWord = (year: number, country = ''): string => `${plain(country)}y${year}`;

const years = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);

/** The year and country words of a record, separated by spaces; empty if it has no date. */
export function whereWords({ when, where }: IncidentRecord): string {
  if (when.start === null || when.end === null) return '';
  const all = years(yearOf(when.start), yearOf(when.end)).map((year) => [
    yearWord(year),
    yearWord(year, where.country ?? ''),
  ]);
  return [...new Set(all.flat())].join(' ');
}

const mostWords = 60;

/** The first and the last year in which a record of the data ends. */
export interface Years {
  first: number;
  last: number;
}

/** The years of the data, for a filter with both full text and a period; otherwise undefined, and not read. */
export async function yearsFor(db: Database, { text, ...filter }: Filter): Promise<Years | undefined> {
  if (text === undefined || !stretchesOf(filter)) return undefined;
  const ends = await db.get(
    'SELECT (SELECT min(last) FROM incident) AS first, (SELECT max(last) FROM incident) AS last',
  );
  return ends?.first ? { first: yearOf(String(ends.first)), last: yearOf(String(ends.last)) } : undefined;
}

/**
 * Words of which every record that a filter may select has at least one; none without a period, or if there were more
 * than sixty. `ends`: as in where-actors.ts, instead of the period.
 */
export function whereWordsOf(filter: Filter, dataYears: Years | undefined, ends?: Ends): string[] {
  const period = wholePeriod(filter);
  if (!period || !dataYears) return [];
  const { from, before } = ends ?? daysOf(period);
  const range = years(
    from === null ? dataYears.first : Math.max(dataYears.first, yearOf(from)),
    before === null ? dataYears.last : Math.min(dataYears.last, yearOf(before)),
  );
  const countries = countriesAround(filter.places ?? []) ?? [];
  const narrow = countries.flatMap((country) => range.map((year) => yearWord(year, country)));
  const wide = range.map((year) => yearWord(year));
  return [narrow, wide].find((words) => words.length > 0 && words.length <= mostWords) ?? [];
}
