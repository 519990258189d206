import { add, isoDay, year, yearAt } from '../calendar.ts';
import { fixed, type Time, within, yearly } from '../time.ts';
import { times } from '../time-span.ts';
import { joint, yearFigures } from '../words.ts';

const firstMonth: Record<string, number> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };
const names = '(spring|summer|autumn|fall|winter)';

const season = (name: string): Time => ({
  ...yearly('season', (y) => {
    const start = isoDay(y, firstMonth[name.toLowerCase()] as number, 1);
    return [{ start, end: add(start, 3, 'month') }];
  }),
  assumed: { kind: 'season', said: name.toLowerCase() },
});

/** "summer 2018", "the winter of 2016-17", "last winter", "in autumn": northern, three whole months. */
export const seasonParsers = [
  times(new RegExp(`\\b(?:the )?${names}s?,? (?:of |in )?${yearFigures}(?:[-/]\\d{2,4})?(?!\\w)`, 'i'), ([, name, y]) =>
    within(season(name as string), fixed(year(Number(y)), 'year')),
  ),
  times(
    new RegExp(`\\b(?:(?:in|during|over|since|until|before|after) )(?:the )?${names}\\b(?! (?:of|in|,)? ?\\d)`, 'i'),
    (match, _, text) => {
      const [words, name] = match;
      const after = text.slice((match.index ?? 0) + words.length);
      const collapse = !/\bin (?:the )?fall$/i.test(words) || /^ of (?!last|this|the year)/i.test(after);
      return /\bfall/i.test(words) && collapse ? undefined : season(name as string);
    },
  ),
  // "spring and autumn 2014"
  times(new RegExp(`\\b(?:the )?${names}(?=${joint}(?:the )?${names}\\b)`, 'i'), ([, name]) => season(name as string)),
  times(
    new RegExp(`\\b(this|last|past|previous|next|the past) ${names}\\b`, 'i'),
    ([, which, name], { today, steps }) => {
      const near = { start: isoDay(yearAt(today) - 2, 1, 1), end: isoDay(yearAt(today) + 2, 1, 1) };
      const all = season(name as string).in(near, steps);
      const one = /this/i.test(which as string)
        ? all.findLast((s) => s.start <= today)
        : /next/i.test(which as string)
          ? all.find((s) => s.start > today)
          : all.findLast((s) => s.end <= today);
      return one && fixed(one, 'season', season(name as string).assumed);
    },
  ),
];
