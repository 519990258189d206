import { add, isDate, isoDay, month, monthFirst, year, yearAt } from '../calendar.ts';
import { dayOfMonth, fixed, monthDay, months, within, yearly } from '../time.ts';
import { times } from '../time-span.ts';
import { dayFigures, fullYear, joint, monthOf, monthWords, shortYear, yearFigures } from '../words.ts';

const inYear = (y: number, m: number) => (m >= 1 && m <= 12 ? fixed(month(y, m), 'month') : undefined);
const lone = '(?=$|[\\s,.;:?!)]|[-/][a-z])(?!-?\\d)';

const afterMonth = new RegExp(`${monthWords} ?(?:and|to|or|[-–+&/,]) ?$`, 'i');
const beforeMonth = new RegExp(`^(?: ?[-–+&/] ?|, ?| (?:and|to|or|until|till|through|vs\\.?) )${monthWords}`, 'i');

/** "may" the verb, "march on", "mar" and "sun": words that are months only where they stand as such. */
function isMonth(text: string, index: number, words: string): boolean {
  if (!/^(?:may|mar|march|dec|jan|sep)$/i.test(words)) return true;
  const [before, after] = [text.slice(0, index), text.slice(index + words.length)];
  if (afterMonth.test(before) || beforeMonth.test(after)) return true;
  if (
    /\b(?:in|during|for|since|until|till|before|after|of|early|mid|late|pre|post|from|between|last|next)[ -](?:the )?$/i.test(
      before,
    )
  )
    return true;
  if (/\bthis $/i.test(before)) return words !== words.toLowerCase();
  if (words === words.toLowerCase()) return /^\s*$/.test(before + after);
  return !/^ (?!(?:of|in|and|to|or|until|till|through) )[a-z]/i.test(after) && !/[$]$/.test(before);
}

const inMonth = new RegExp(`\\bin ${monthWords} \\d{2}${joint}$`, 'i');

/** "March 2016", "Dec/2018", "2015-12", "in March", "Aug 96", "the third month of". */
export const monthParsers = [
  times(new RegExp(`\\b${monthWords}(?:,? |[/-]|')${yearFigures}\\b`, 'i'), ([, m, y]) =>
    inYear(Number(y), monthOf(m as string)),
  ),
  times(new RegExp(`\\b${yearFigures}(?:,? |[/-])${monthWords}(?![ -]?\\d)`, 'i'), (match, _, text) => {
    const [, y, m] = match as unknown as [string, string, string];
    // "the 2016 march" walked.
    return m === 'march' && /\bthe $/i.test(text.slice(0, match.index)) ? undefined : inYear(Number(y), monthOf(m));
  }),
  times(new RegExp(`\\b${yearFigures}[-/.](0?[1-9]|1[0-2])(?![-/.]?\\d)`), (match, _, text) =>
    /[\d/.-]$/.test(text.slice(0, match.index)) || isSpan(match)
      ? undefined
      : inYear(Number(match[1]), Number(match[2])),
  ),
  times(
    new RegExp(
      `\\b(?:(0?[1-9]|1[0-2])(?:/| ?- ?)|(0[1-9]|1[0-2])\\.)${yearFigures}(?![/.]?\\d|-(?!\\d{1,2}[/.]\\d{4})\\d)`,
    ),
    (match, _, text) =>
      /(?:[\d/.$€£]|(?<!\b\d{1,2}[/.]\d{4} ?)-) ?$/.test(text.slice(0, match.index))
        ? undefined
        : inYear(Number(match[3]), Number(match[1] ?? match[2])),
  ),
  times(new RegExp(`\\b${monthWords}[ -]?'${shortYear}`, 'i'), ([, m, y]) =>
    inYear(fullYear(y as string), monthOf(m as string)),
  ),
  // No one says "in Nov 18" of a day.
  times(
    new RegExp(`\\b(in )?${monthWords} ${shortYear}(?=[.,;?!)]|$| (?:in|by|at|on|near|and|or|vs|to)\\b)`, 'i'),
    (match, _, text) =>
      match[1] || inMonth.test(text.slice(0, match.index))
        ? inYear(fullYear(match[3] as string), monthOf(match[2] as string))
        : undefined,
  ),
  times(new RegExp(`\\b${monthWords} '?([6-9]\\d)(?=$|[.,;?!)])`, 'i'), ([, m, y]) =>
    inYear(fullYear(y as string), monthOf(m as string)),
  ),
  times(new RegExp(`\\b${monthWords}${lone}`, 'i'), (match, _, text) =>
    isMonth(text, match.index ?? 0, match[1] as string) ? months(monthOf(match[1] as string)) : undefined,
  ),
  times(new RegExp(`\\b(last|past|previous|this|next) ${monthWords}${lone}`, 'i'), ([words, which, m], { today }) => {
    const name = monthOf(m as string);
    if (/this/i.test(which as string))
      return /^this (?:may|march)/i.test(words as string) && m === m?.toLowerCase()
        ? undefined
        : inYear(yearAt(today), name);
    const ended = /next/i.test(which as string) ? 1 : 0;
    const y = yearAt(today);
    const begun = name >= Number(today.slice(5, 7)) ? y - 1 : y;
    return inYear(ended ? begun + 1 + (name === Number(today.slice(5, 7)) ? 1 : 0) : begun, name);
  }),
  times(/\b(?:the )?(1[0-2]|[1-9])(?:st|nd|rd|th) month\b/i, ([, m]) => ({
    ...yearly('month', (y) => [month(y, Number(m))]),
    latent: true,
  })),
];

/** "2012-14" says the years 2012 to 2014, "2012-09" the month. */
const isSpan = ([, , last]: RegExpMatchArray) => (last as string).length === 1;

/** "the 21st", "3 October", "Oct-2", "mar3", "14th April 15", "20161016": what chrono's own date parsers leave. */
export const dayParsers = [
  times(
    /\b(?:the |on )+(3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)(?=[.,;?!)]|$|(?: at| in the| and| to| of (?:this|last|the))\b)/i,
    ([, d]) => dayOfMonth(Number(d)),
  ),
  times(/\b(?:the )?(3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)(?: day)?\b/i, ([, d]) => ({
    ...dayOfMonth(Number(d)),
    latent: true,
  })),
  times(/\b(?:the |for the )(1[3-9]|2\d|3[01])(?=[.?!]?$)/i, ([, d]) => dayOfMonth(Number(d))),
  times(
    new RegExp(`\\b${monthWords}[ -/]?${dayFigures}(?![\\w:]|[-/.]\\d| ?(?:o'? ?clock|am|pm|[ap]\\.m)\\b)`, 'i'),
    ([, m, d]) => monthDay(monthOf(m as string), Number(d)),
  ),
  times(new RegExp(`\\b${monthWords} the ${dayFigures}(?!\\w)`, 'i'), ([, m, d]) =>
    monthDay(monthOf(m as string), Number(d)),
  ),
  times(new RegExp(`\\b${dayFigures}(?:(?: day)? of (?:the )?|[ -/]?)${monthWords}(?![-/.']?\\d)`, 'i'), ([, d, m]) =>
    monthDay(monthOf(m as string), Number(d)),
  ),
  times(new RegExp(`\\b${dayFigures}\\. ?${monthWords}(?:,? ?${yearFigures}(?!\\w))?`, 'i'), ([, d, m, y]) =>
    y ? dated(Number(y), monthOf(m as string), Number(d)) : monthDay(monthOf(m as string), Number(d)),
  ),
  // "1 Apr 22 - 31 Mar 23"
  times(
    new RegExp(
      `\\b${dayFigures} ?${monthWords} '?(\\d{2}) ?(?:-|to|until|till|through) ?${dayFigures} ?${monthWords} '?(\\d{2})(?!\\d)`,
      'i',
    ),
    ([, d, m, y, d2, m2, y2]) => {
      const iso = (year = '', month = '', of = '') => isoDay(fullYear(year), monthOf(month), Number(of));
      return fixed({ start: iso(y, m, d), end: add(iso(y2, m2, d2), 1, 'day') }, 'day');
    },
  ),
  times(
    new RegExp(
      `\\b${dayFigures} ?${monthWords} '?(\\d{2})(?=$|[.,;?!)]| ?- ?\\d| (?:to|until|till|and|through) \\d)`,
      'i',
    ),
    ([, d, m, y]) => dated(fullYear(y as string), monthOf(m as string), Number(d)),
  ),
  times(new RegExp(`\\b${yearFigures}[-/ ]?${monthWords}[-/ ]?${dayFigures}(?!\\w)`, 'i'), ([, y, m, d]) =>
    dated(Number(y), monthOf(m as string), Number(d)),
  ),
  times(/\b((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/, (match, _, text) =>
    /\d$/.test(text.slice(0, match.index)) ? undefined : dated(Number(match[1]), Number(match[2]), Number(match[3])),
  ),
  // Figures alone are a date only where nothing else is said.
  times(/^(\d{1,2}) ?[-/] ?(\d{1,2})$/, ([, a, b], { locale }) => figured(Number(a), Number(b), locale)),
  times(/^(?:on )?(\d{1,2})[ .](\d{1,2})[ .](\d{4})$/, ([, a, b, y], { locale }) => {
    const time = figured(Number(a), Number(b), locale);
    return time && within(time, fixed(year(Number(y)), 'year'));
  }),
];

function figured(a: number, b: number, locale: string) {
  const [m, d] = (monthFirst(locale) && a <= 12) || b > 12 ? [a, b] : [b, a];
  return isDate(2020, m, d) ? monthDay(m, d) : undefined;
}

const dated = (y: number, m: number, d: number) =>
  isDate(y, m, d) ? within(monthDay(m, d), fixed(year(y), 'year')) : undefined;
