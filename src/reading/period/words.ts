import { countedWords } from './counted.ts';

const monthNames = [
  'jan(?:uary)?',
  'feb(?:ruary)?',
  'mar(?:ch)?',
  'apr(?:il)?',
  'may',
  'june?',
  'july?',
  'aug(?:ust)?',
  'sep(?:t(?:ember)?)?',
  'oct(?:ober)?',
  'nov(?:ember)?',
  'dec(?:ember)?',
];
export const monthWords = `(${monthNames.join('|')})\\b\\.?`;
const monthTests = monthNames.map((name) => new RegExp(`^(?:${name})\\.?$`, 'i'));
export const monthOf = (words: string): number => monthTests.findIndex((test) => test.test(words)) + 1;

export const weekdayWords =
  '(mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\\b\\.?';
/** 1 Monday to 7 Sunday. */
export const weekdayOf = (words: string): number =>
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(words.slice(0, 3).toLowerCase()) + 1;

export const isWeekday = (words: string): boolean =>
  /^(?:on )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?$/i.test(words.trim());
/** "the 21st" of no month. */
export const isNumbered = (words: string): boolean =>
  /^(?:on |for )?(?:the )?\d{1,2}(?:st|nd|rd|th)?$/i.test(words.trim());

/** What stands between the members of a list. */
export const joint =
  '(?:,? (?:and|or|plus|vs\\.?|versus|against|as well as|than|(?:as )?compared (?:with|to)) |, ?|,? ?[/&+] ?)';

export const yearFigures = '((?:1[5-9]|2[01])\\d{2})';
/** The end of a year in two figures: "16" in "Q3 16" and "16" in "oct '16". */
export const shortYear = `(\\d{2})(?![\\w%]|[.,:/]\\d| ?${countedWords}\\b)`;
export const fullYear = (figures: string): number =>
  figures.length > 2 ? Number(figures) : Number(figures) + (Number(figures) < 50 ? 2000 : 1900);
export const dayFigures = '(3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';

const counts: Record<string, number> = { a: 1, an: 1, one: 1, couple: 2, few: 3, several: 3, dozen: 12 };
/** A count in figures, or one of the words that figures.ts leaves alone. */
export const countWords = '(\\d{1,4}|an?|one|(?:a )?couple(?: of)?|(?:a )?few|several|(?:a )?dozen)';
export const countOf = (words: string): number =>
  counts[words.toLowerCase().replace(/^an? (?=\w)| of$/g, '')] ?? Number(words);

export type UnitName = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade';
const dateUnits = '(days?|nights?|weeks?|wks?|fortnights?|months?|mths?|quarters?|qtrs?|years?|yrs?|decades?)';
export const allUnits = `(?:${dateUnits.slice(1, -1)}|(?<=\\d ?)(?:d|w|mos?|y)|hours?|hrs?|(?<=\\d ?)h|minutes?|mins?|(?<=\\d ?)m|seconds?|secs?|(?<=\\d ?)s)`;

/** The unit's own name and how many of it the word stands for. */
export function unitOf(words: string): [UnitName, number] {
  const word = words.toLowerCase().replace(/s$/, '');
  if (word === 'fortnight') return ['week', 2];
  if (word === 'night') return ['day', 1];
  if (word === 'd') return ['day', 1];
  if (/^wk?$/.test(word)) return ['week', 1];
  if (/^m(?:o|th)$/.test(word)) return ['month', 1];
  if (/^h/.test(word)) return ['hour', 1];
  if (/^m(?:in|$)/.test(word)) return ['minute', 1];
  if (/^(?:s?$|sec)/.test(word)) return ['second', 1];
  if (/^y/.test(word)) return ['year', 1];
  if (/^q/.test(word)) return ['quarter', 1];
  return [word as UnitName, 1];
}

/** "1st" 1, "last" -1, "3rd last" -3. */
export const nthWords =
  '(?:(\\d{1,2})(?:st|nd|rd|th)(?:[ -](?:to )?(last))?|(last|final)|(?:the )?(second|third)[ -](?:to[ -])?last)';
export function nthOf(figure?: string, fromEnd?: string, last?: string, word?: string): number {
  if (last) return -1;
  if (word) return /second/i.test(word) ? -2 : -3;
  return fromEnd ? -Number(figure) : Number(figure);
}
