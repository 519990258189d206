import { daysLater } from '../../incidents/day-spans.ts';
import { weekdayNumbered } from './group-keys.ts';

/** Dates of ISO days in a language; `locale` with its calendar and digits. */
export function datesIn(locale: string) {
  const formatter = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const formats = {
    day: formatter({ day: 'numeric', month: 'long', year: 'numeric' }),
    month: formatter({ month: 'long', year: 'numeric' }),
    year: formatter({ year: 'numeric' }),
    moment: formatter({
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    }),
  };
  const at = (iso: string) => new Date(iso.includes('T') ? `${iso.slice(0, 16)}Z` : `${iso.slice(0, 10)}T00:00Z`);
  return {
    format: (grain: keyof typeof formats, iso: string) => formats[grain].format(at(iso)),
    range: (grain: keyof typeof formats, first: string, last: string) =>
      formats[grain].formatRange(at(first), at(last)),
  };
}

const dayBefore = (iso: string): string => daysLater(iso.slice(0, 10), -1);

type Grain = 'year' | 'month' | 'day' | 'moment';

/** A half-open period as its first and last whole units, both inside. */
export function unitsOf(start: string, end: string): { grain: Grain; first: string; last: string } {
  if (start.includes('T') || end.includes('T')) return { grain: 'moment', first: start, last: end };
  const last = dayBefore(end);
  const whole = start.endsWith('-01') && end.endsWith('-01');
  const years = start.endsWith('-01-01') && end.endsWith('-01-01');
  return { grain: years ? 'year' : whole ? 'month' : 'day', first: start, last };
}

/** The coarsest unit that begins at a day: "since 2016", "before June 2016". */
export const edgeOf = (iso: string): Grain =>
  iso.includes('T') ? 'moment' : iso.endsWith('-01-01') ? 'year' : iso.endsWith('-01') ? 'month' : 'day';

/**
 * Phrases of time in one list. A word that all begin with (a key of `words`; its value is said for several) and an end
 * that all have are said once: "in January 2016", "in March 2016" → "in January and March 2016".
 */
export function inOneList(
  phrases: readonly string[],
  list: (items: readonly string[]) => string,
  words: Record<string, string>,
): string {
  const word = Object.keys(words).find((one) => phrases.every((phrase) => phrase.startsWith(`${one} `)));
  if (phrases.length < 2 || word === undefined) return list(phrases);
  const rest = phrases.map((phrase) => phrase.slice(word.length + 1));
  const [end, ...others] = new Set(rest.map((phrase) => phrase.slice(phrase.split(' ', 1)[0]?.length)));
  const shared = others.length === 0 && end ? end.length : 0;
  const said = rest.map((phrase, n) => (n < rest.length - 1 ? phrase.slice(0, phrase.length - shared) : phrase));
  return `${words[word]} ${list(said)}`;
}

const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** "monday" in a language. */
export const weekdayIn = (locale: string, name: string): string =>
  weekdayNumbered(locale, Math.max(1, week.indexOf(name) + 1));
