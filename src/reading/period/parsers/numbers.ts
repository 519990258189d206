import { day, type Interval, isDate, isoDay } from '../calendar.ts';
import { dayOfMonth, type Time } from '../time.ts';
import { times } from '../time-span.ts';
import { dayFigures, monthWords } from '../words.ts';

const to = ' ?(?:-|to|and|until|till|through|thru) ?(?:the )?';

/** From one day of a month to another, inside a month. */
const daysOf = (a: number, b: number): Time => ({
  grain: 'day',
  latent: true,
  closed: true,
  in: (span, steps) =>
    dayOfMonth(a)
      .in(span, steps)
      .flatMap((first) => upTo(first, b)),
});

function upTo({ start }: Interval, last: number): Interval[] {
  const [y, m] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))];
  return isDate(y, m, last) && last >= Number(start.slice(8)) ? [{ start, end: day(isoDay(y, m, last)).end }] : [];
}

const isList = (words: string) => / and /i.test(words) && !/^between/i.test(words);

/** "13 to 15" beside a month, "the 21" beside a weekday. */
export const numberParsers = [
  times(
    new RegExp(
      `\\b(?:(?:from|between) )?(?:the )?${dayFigures}${to}${dayFigures}(?![\\w:]|[-/.]\\d)(?=,? ?(?:of )?(?:${monthWords}|(?:the |this |last |previous )month))`,
      'i',
    ),
    (match, _, text) =>
      /[\d/.:-]$/.test(text.slice(0, match.index)) || isList(match[0])
        ? undefined
        : daysOf(Number(match[1]), Number(match[2])),
  ),
  times(
    new RegExp(
      `(?<=\\b${monthWords} )(?:between |from )?(?:the )?${dayFigures}${to}${dayFigures}(?![\\w:]|[-/.]\\d)`,
      'i',
    ),
    ([words, , a, b]) => (Number(a) < Number(b) && !isList(words as string) ? daysOf(Number(a), Number(b)) : undefined),
  ),
  times(
    new RegExp(`(?<=(?:day|mon|tue|wed|thu|fri|sat|sun),? )(?:the )?${dayFigures}(?![\\w:]|[-/.]\\d)`, 'i'),
    ([, d]) => ({
      ...dayOfMonth(Number(d)),
      latent: true,
    }),
  ),
];
