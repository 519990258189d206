import { year } from '../calendar.ts';
import { dayOfMonth, fixed, monthDay, within } from '../time.ts';
import { times } from '../time-span.ts';
import { dayFigures, joint, monthOf, monthWords, yearFigures } from '../words.ts';

const oneDay = '(?:the )?(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![\\w:]|[-/.]\\d)';
const more = `(?:${joint}${oneDay})`;
const before = new RegExp(`\\b${monthWords} ${oneDay}${more}*${joint}$`, 'i');
const follows = new RegExp(`^${more}`, 'i');

const notDay = /(?:[\d/.:$€£-]|\b(?:between|from) )$/i;
/** "killed 3, 5 May" counts; "on 3, 5 May" does not. */
const led = /(?:^|\bon |\bon(?: \d{1,2},)+ )$/i;
const isComma = (words: string) => !/\w|&/.test(words);

/** "3, 5 and 8 May": the days before the last. "May 3, 5 and 8, 2016": the days after the first. */
export const dayListParsers = [
  times(
    new RegExp(`\\b(?:the )?${dayFigures}(?=${more}*(${joint})${oneDay} ?(?:of )?(?:the )?${monthWords})`, 'i'),
    (match, _, text) =>
      notDay.test(text.slice(0, match.index)) || (isComma(match[2] as string) && !led.test(text.slice(0, match.index)))
        ? undefined
        : { ...dayOfMonth(Number(match[1])), latent: true },
  ),
  times(
    new RegExp(
      `\\b(?:the )?${dayFigures}(?:,? ${yearFigures}(?!\\w))?(?=$|[.;?!)]|,(?! ?\\d)|${more}| (?:and|or|in|at|by|near|for|to|with|of (?:last|this|\\d))\\b)`,
      'i',
    ),
    (match, _, text) => {
      const [words, d, y] = match;
      const [lead, m] = text.slice(0, match.index).match(before) ?? [];
      if (!m) return undefined;
      const after = text.slice((match.index ?? 0) + words.length);
      // "on May 3, 5 in Mosul" counts.
      if (/, ?$/.test(lead as string) && !y && !/[a-z]/i.test(words) && !follows.test(after)) return undefined;
      const day = monthDay(monthOf(m), Number(d));
      return y ? within(day, fixed(year(Number(y)), 'year')) : day;
    },
  ),
];
