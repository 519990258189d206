import { add, type Interval, isoDay, startOf, unitAt } from '../calendar.ts';
import { fixed, type Time, weekdays, weekends, within, yearly } from '../time.ts';
import { times } from '../time-span.ts';
import { weekdayOf, weekdayWords } from '../words.ts';

/** ISO 8601: week 1 is the week of 4 January. */
const numbered = (n: number): Time =>
  yearly('week', (y) => {
    const start = add(startOf(isoDay(y, 1, 4), 'week'), (n - 1) * 7, 'day');
    return [{ start, end: add(start, 7, 'day') }];
  });

const thisWeek = (today: string) => fixed(unitAt(today, 'week'), 'week');

const standing = (one: Interval | undefined): Time | undefined => one && fixed(one, 'day');

const isAbbreviation = (words: string) => /^(?:sun|sat|wed|mon)$/.test(words);

/** "Monday", "last Friday", "this past Tuesday", "week 23", "last weekend". */
export const weekParsers = [
  times(/\bweek (?:no\.? |number |#)?([1-4]?\d|5[0-3])(?!\w)/i, ([, n]) =>
    Number(n) > 0 ? numbered(Number(n)) : undefined,
  ),
  times(new RegExp(`\\b(?:on )?${weekdayWords}`, 'i'), ([words, name], _, text) =>
    isAbbreviation(name as string) && !/^on |\.$/.test(words as string) && text.trim().length > 4 && !/\d/.test(text)
      ? undefined
      : weekdays(weekdayOf(name as string)),
  ),
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
