import { add, type Interval, isoDay, startOf, unitAt } from '../calendar.ts';
import { fixed, type Time, weekdays, weekends, within, yearly } from '../time.ts';
import { times } from '../time-span.ts';
import { monthWords, weekdayOf, weekdayWords } from '../words.ts';

/** ISO 8601: week 1 is the week of 4 January. */
const numbered = (n: number): Time =>
  yearly('week', (y) => {
    const start = add(startOf(isoDay(y, 1, 4), 'week'), (n - 1) * 7, 'day');
    return [{ start, end: add(start, 7, 'day') }];
  });

const thisWeek = (today: string) => fixed(unitAt(today, 'week'), 'week');

const standing = (one: Interval | undefined): Time | undefined => one && fixed(one, 'day');

const abbreviation = /^(?:mon|tue|wed|thu|fri|sat|sun)$/i;
const led =
  /\b(?:on|last|past|this|next|previous|coming|since|until|till|from|to|before|after|between|through) $|[-(/]$/i;
const named = /^\.? (?![A-Z]\w* ?\d)(?:[A-Z]|(?:state|city|province|people|rebels)\b)/;
const timed = new RegExp(
  `^(?:\\.? ?(?:[-/,]|and|or|to)? ?(?:\\d|the \\d|${weekdayWords}|${monthWords})|\\.? (?:at|night|morning|evening|afternoon|am|pm|last|this|next)\\b)`,
  'i',
);

/** "Mon", "Sat": days where they stand as such, not in "Mon State" or "they sat". */
function isDay(name: string, words: string, before: string, after: string): boolean {
  if (!abbreviation.test(name)) return true;
  if (timed.test(after)) return name !== name.toLowerCase() || led.test(before) || !/^ at\b/i.test(after);
  if (/^on /i.test(words) || led.test(before)) return !named.test(after);
  if (/\b(?:the|in|near|by|of) $/i.test(before)) return false;
  if (!/\w/.test(before + after) || /\.$/.test(words)) return true;
  return name !== name.toLowerCase() && /^[,;:?!)]|^\.?$/.test(after);
}

/** "Monday", "last Friday", "this past Tuesday", "week 23", "last weekend". */
export const weekParsers = [
  times(/\bweek (?:no\.? |number |#)?([1-4]?\d|5[0-3])(?!\w)/i, ([, n]) =>
    Number(n) > 0 ? numbered(Number(n)) : undefined,
  ),
  times(new RegExp(`\\b(?:on )?${weekdayWords}`, 'i'), (match, _, text) => {
    const [words, name] = match as unknown as [string, string];
    const [before, after] = [text.slice(0, match.index), text.slice((match.index ?? 0) + words.length)];
    return isDay(name, words, before, after) ? weekdays(weekdayOf(name)) : undefined;
  }),
  times(
    new RegExp(`\\b(?:on )?(?:the |this )?(last|past|previous|this|next|coming) ${weekdayWords}`, 'i'),
    ([words, which, name], { today, steps }) => {
      const day = weekdays(weekdayOf(name as string));
      if (/next|coming/i.test(which as string))
        return standing(day.in({ start: add(today, 1, 'day'), end: add(today, 8, 'day') }, steps)[0]);
      if (/this/i.test(which as string) && !/past|last/i.test(words as string)) return within(day, thisWeek(today));
      return standing(day.in({ start: add(today, -7, 'day'), end: today }, steps).at(-1));
    },
  ),
  times(
    /\b(?:on |over |during )?(?:the |this )?(?:(last|past|this|next|previous) )?week-?end( before last)?\b/i,
    ([words, which, before], { today, steps }) => {
      if (!which && !before && !/the|over/i.test(words as string)) return { ...weekends, latent: true };
      const begun = weekends.in({ start: add(today, -20, 'day'), end: add(today, 9, 'day') }, steps);
      const ended = begun.filter((w) => w.end <= today);
      if (before) return standing(ended.at(-2));
      if (/next/i.test(which ?? '')) return standing(begun.find((w) => w.start > today));
      if (/^this$/i.test(which ?? '') && !/past|last/i.test(words as string)) return within(weekends, thisWeek(today));
      return standing(ended.at(-1));
    },
  ),
];
