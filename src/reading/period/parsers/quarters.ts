import { add, type Interval, isoDay, year } from '../calendar.ts';
import { fixed, type Time, within, yearly } from '../time.ts';
import { times } from '../time-span.ts';
import { fullYear, joint, shortYear, yearFigures } from '../words.ts';

const slice = (grain: 'quarter' | 'half', size: number, n: number): Time =>
  yearly(grain, (y): Interval[] => {
    const start = add(isoDay(y, 1, 1), (n - 1) * size, 'month');
    return [{ start, end: add(start, size, 'month') }];
  });

/** "with the second half": the year named elsewhere in the text. */
function borrowed(time: Time, text: string, start: number, end: number): Time {
  if (/\d{4},? $/.test(text.slice(0, start))) return time;
  const named = text.match(new RegExp(`\\b${yearFigures}\\b`));
  const next = /^,? ?(?:of |in |\/|-)?(?:the (?:year )?)?(?:\d{4}|last|this|next|previous)/i.test(text.slice(end));
  return named && !next ? within(time, fixed(year(Number(named[1])), 'year')) : time;
}

const nth = (figure: string | undefined, words: string | undefined, of: number) =>
  words && /last|final/i.test(words) ? of : Number(figure ?? words?.replace(/\D/g, ''));

const ends = (match: RegExpMatchArray) => (match.index ?? 0) + match[0].length;

const told = `(?:[ /-]?${yearFigures}(?!\\w)|[ -]?'?${shortYear})`;

/** "Q3 2016", "3Q16", "1H 2021": a small "1h" counts hours, so it needs all four figures. */
const short = (letter: 'q' | 'h', grain: 'quarter' | 'half', size: number) =>
  times(new RegExp(`\\b(?:${letter}([1-4])|([1-4])${letter})${told}`, 'i'), (match) => {
    const [words, after, before, y, two] = match;
    const n = Number(after ?? before);
    if (n * size > 12 || (before && two && /[a-z]/.test(words as string))) return undefined;
    return within(slice(grain, size, n), fixed(year(fullYear((y ?? two) as string)), 'year'));
  });

/** "Q3", "the third quarter", "H1", "first half of the year": beside a year or the latest. */
export const quarterParsers = [
  short('q', 'quarter', 3),
  short('h', 'half', 6),
  // "the first half of 21"
  times(new RegExp(`\\b(?:the )?([1-4])(?:st|nd|rd|th) (quarter|qtr|half) of '?${shortYear}`, 'i'), ([, n, unit, y]) =>
    within(
      /half/i.test(unit as string) ? slice('half', 6, Number(n)) : slice('quarter', 3, Number(n)),
      fixed(year(fullYear(y as string)), 'year'),
    ),
  ),
  // "the 1st and 3rd quarter"
  times(
    new RegExp(
      `\\b(?:the )?([1-4])(?:st|nd|rd|th)(?=(?:${joint}(?:the )?[1-4](?:st|nd|rd|th))+ (?:quarter|qtr)s?\\b)`,
      'i',
    ),
    ([, q]) => slice('quarter', 3, Number(q)),
  ),
  times(/\b([1-4])Q\b/, ([, q]) => slice('quarter', 3, Number(q))),
  times(/\b(?:the )?(?:q([1-4])(?!\d)|([1-4](?:st|nd|rd|th)) (?:quarter|qtr)s?)\b/i, (match, _, text) =>
    borrowed(slice('quarter', 3, nth(match[1], match[2], 4)), text, match.index ?? 0, ends(match)),
  ),
  times(new RegExp(`\\b${yearFigures}q([1-4])\\b`, 'i'), ([, y, q]) =>
    within(slice('quarter', 3, Number(q)), fixed(year(Number(y)), 'year')),
  ),
  times(
    /\b(?:the )?(?:h([12])(?!\d)|([12](?:st|nd)|last) half)\b(?! (?:a|an|of (?:the )?(?:month|week|day|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))/i,
    (match, _, text) => borrowed(slice('half', 6, nth(match[1], match[2], 2)), text, match.index ?? 0, ends(match)),
  ),
];
