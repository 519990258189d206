import { isoDate } from '../incident.ts';
import { isYear } from '../schema.ts';
import { CellError, type Cells, required, textOf } from './cell-values.ts';

/** What comes first in 03/04/2020. */
export type DateOrder = 'day-first' | 'month-first';

/** Reads a date cell as an ISO calendar date. Throws CellError. */
export type DateReader = (cells: Cells, column: string) => string;

const isPlausible = (date: string): boolean => isYear(Number(date.slice(0, 4)));

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthOf = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
// Two digits: 69 to 99 are in the 20th century (POSIX, strptime %y).
const yearOf = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 69 ? 2000 : 1900);

const iso = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const name = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const time = '(?:[T ,].*)?';

// Layouts that can be read in one way only.
const unambiguous: [RegExp, (m: string[]) => string][] = [
  [
    new RegExp(`^(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})${time}$`),
    ([, y = '', m, d]) => iso(yearOf(y), Number(m), Number(d)),
  ],
  [/^(\d{4})(\d{2})(\d{2})$/, ([, y = '', m, d]) => iso(yearOf(y), Number(m), Number(d))],
  [
    new RegExp(`^(?:[a-z]{3,9},? +)?(\\d{1,2})[ -]${name}[ -](\\d{4}|\\d{2})${time}$`, 'i'),
    ([, d, m = '', y = '']) => iso(yearOf(y), monthOf(m), Number(d)),
  ],
  [
    new RegExp(`^${name} (\\d{1,2}),? (\\d{4})${time}$`, 'i'),
    ([, m = '', d, y = '']) => iso(yearOf(y), monthOf(m), Number(d)),
  ],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, ([, d, m, y = '']) => iso(yearOf(y), Number(m), Number(d))],
];
const numeric = new RegExp(`^(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4}|\\d{2})${time}$`);

/** The order of day and month that dates show by a number above 12; `both` if they disagree, undefined if none does. */
export function orderOf(values: Iterable<string | undefined>): DateOrder | 'both' | undefined {
  const seen = new Set<DateOrder>();
  for (const value of values) {
    const [, a, b] = textOf(value)?.match(numeric) ?? [];
    if (Number(a) > 12) seen.add('day-first');
    if (Number(b) > 12) seen.add('month-first');
  }
  return seen.size > 1 ? 'both' : [...seen][0];
}

/**
 * A reader of dates with one order of day and month for the whole file: that which the sample shows, else `fallback`.
 * Without either, it rejects ambiguous dates instead of guessing. Unambiguous layouts are always read.
 */
export function dateReader(sample: readonly Cells[], columns: readonly string[], fallback?: DateOrder): DateReader {
  const sampleOrder = orderOf(sample.flatMap((cells) => columns.map((column) => cells[column])));
  const order = sampleOrder === 'both' ? undefined : (sampleOrder ?? fallback);
  return (cells, column) => {
    const value = required(cells, column);
    const date = parseDate(value, order);
    if (date === undefined) throw new CellError(column, value, 'may be day first or month first');
    if (!isoDate.safeParse(date).success) throw new CellError(column, value, 'is not a date');
    if (!isPlausible(date))
      throw new CellError(column, value, `is of the year ${Number(date.slice(0, 4))}, which cannot be`);
    return date;
  };
}

/** A date as ISO; undefined if it is ambiguous without an order, empty if it is not a date. */
export function parseDate(value: string, order: DateOrder | undefined): string | undefined {
  for (const [pattern, make] of unambiguous) {
    const match = value.match(pattern);
    if (match) return make(match);
  }
  const [, a, b, y] = value.match(numeric) ?? [];
  if (!a || !b || !y) return '';
  if (a === b) return iso(yearOf(y), Number(a), Number(b));
  if (!order) return undefined;
  return order === 'day-first' ? iso(yearOf(y), Number(b), Number(a)) : iso(yearOf(y), Number(a), Number(b));
}

const yearAndMonth = /^(\d{4})[-/](\d{1,2})$/;
const monthAndYear = new RegExp(`^${name}[ -](\\d{4})$`, 'i');

/** The days of a month that is written without a day: "2024-01", "January 2024". */
export function wholeMonth(value: string): { start: string; end: string } | undefined {
  const text = value.trim();
  const [, y, m] = yearAndMonth.exec(text) ?? [];
  const [, word, year] = monthAndYear.exec(text) ?? [];
  const first = iso(Number(y ?? year), word ? monthOf(word) : Number(m), 1);
  return isoDate.safeParse(first).success && isPlausible(first) ? monthAround(first) : undefined;
}

/** Whether a text is a date, or a month, of a year that can be; with `order` unknown, either way. */
export function looksLikeDate(value: string): boolean {
  if (wholeMonth(value)) return true;
  const date = parseDate(value, 'day-first') || parseDate(value, 'month-first') || '';
  return date !== '' && date >= '1700' && isPlausible(date);
}

/** The first and the last day of a date's month. */
export const monthAround = (date: string): { start: string; end: string } => {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return { start: iso(year, month, 1), end: iso(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate()) };
};

/** A month by its number or its name; 0 if the cell is blank or 0. Throws CellError. */
function monthIn(cells: Cells, column: string): number {
  const value = textOf(cells[column]) ?? '0';
  const month = /^\p{L}/u.test(value) ? monthOf(value) || Number.NaN : Number(value);
  if (!Number.isInteger(month) || month < 0 || month > 12) throw new CellError(column, value, 'is not a month');
  return month;
}

/**
 * The days of a date in three cells: a month where the day is blank or 0, a year where the month is. Throws CellError.
 */
export function partialDate(
  cells: Cells,
  columns: { year: string; month: string; day: string },
): { start: string; end: string; precision: 'day' | 'month' | 'year' } {
  const year = Number(required(cells, columns.year));
  if (!isYear(year)) throw new CellError(columns.year, cells[columns.year] ?? '', 'is not a year');
  const month = monthIn(cells, columns.month);
  if (month === 0) return { start: iso(year, 1, 1), end: iso(year, 12, 31), precision: 'year' };
  const whole = monthAround(iso(year, month, 1));
  const day = Number(textOf(cells[columns.day]) ?? '0');
  if (day === 0) return { ...whole, precision: 'month' };
  const date = iso(year, month, day);
  if (!isoDate.safeParse(date).success)
    throw new CellError(columns.day, cells[columns.day] ?? '', `is not a day of month ${month}`);
  return { start: date, end: date, precision: 'day' };
}
