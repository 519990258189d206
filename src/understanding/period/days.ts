import { add, type Clock, day, isDate, latestYearOf } from './calendar.ts';
import type { PeriodParser } from './parser.ts';
import { monthOf, monthPattern, yearPattern } from './words.ts';

const nth = '(\\d{1,2})(?:st|nd|rd|th)?';
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? (?:the )?)?';
const to = '(?: ?(?:-|to|through|thru|until|till|and) ?)(?:the )?';
const ofYear = `(?:,? (?:of )?${yearPattern}|,? (?:of )?(last|this) year)?`;
const end = '(?=$|[^\\p{L}\\d])(?![./-]\\d)';

function yearOf(figure: string | undefined, which: string | undefined, m: number, d: number, clock: Clock): number {
  if (figure) return Number(figure);
  if (which) return Number(clock.today.slice(0, 4)) - (which.toLowerCase() === 'last' ? 1 : 0);
  const y = latestYearOf(m, clock);
  return iso(y, m, d) > clock.today ? y - 1 : y;
}

const iso = (y: number, m: number, d: number) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;

function between(first: string, last: string) {
  if (!isDate(first) || !isDate(last) || last < first) return undefined;
  return { start: first, end: add(last, 1, 'day') };
}

function one(d: number, m: number, y: number) {
  const date = iso(y, m, d);
  return isDate(date) ? day(date) : undefined;
}

/** "15 Sept 2016", "the 3rd of May", "May 3, 2016", "4 to 22 July", "July 4-22, 2015": a day without a year is the latest. */
export const dayParsers: readonly PeriodParser[] = [
  {
    pattern: new RegExp(
      `\\b(?:(?:from|between) )?(?:the )?${weekday}${nth}${to}${weekday}${nth} (?:of )?${monthPattern}${ofYear}${end}`,
      'giu',
    ),
    make: ([, a, b, m, y, which], clock) => {
      const [month, last] = [monthOf(m as string), Number(b)];
      const year = yearOf(y, which, month, last, clock);
      return between(iso(year, month, Number(a)), iso(year, month, last));
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:from|between) )?${monthPattern} (?:the )?${nth}${to}${nth}(?!\\d)${ofYear}${end}`,
      'giu',
    ),
    make: ([, m, a, b, y, which], clock) => {
      const [month, last] = [monthOf(m as string), Number(b)];
      const year = yearOf(y, which, month, last, clock);
      return between(iso(year, month, Number(a)), iso(year, month, last));
    },
  },
  {
    pattern: new RegExp(`\\b${weekday}(?:the )?${nth}(?: day)?[ -]?(?:of )?${monthPattern}${ofYear}${end}`, 'giu'),
    make: ([, d, m, y, which], clock) =>
      one(Number(d), monthOf(m as string), yearOf(y, which, monthOf(m as string), Number(d), clock)),
  },
  {
    pattern: new RegExp(`\\b${weekday}${monthPattern} (?:the )?${nth}(?!\\d)${ofYear}${end}`, 'giu'),
    make: ([, m, d, y, which], clock) =>
      one(Number(d), monthOf(m as string), yearOf(y, which, monthOf(m as string), Number(d), clock)),
  },
  {
    pattern: /(?<![\d-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)/g,
    make: ([, y, m, d]) => one(Number(d), Number(m), Number(y)),
  },
];
