import { add, addClock, day, hours } from '../calendar.ts';
import { fixed } from '../time.ts';
import { times } from '../time-span.ts';
import { weekdayWords } from '../words.ts';
import { hoursOfPart } from './day-parts.ts';

const shift = (words: string) => (/yesterday|last/i.test(words) ? -1 : /tomorrow/i.test(words) ? 1 : 0);

/** "today", "yesterday", "last night", "this morning", "now", "earlier today". */
export const nearParsers = [
  times(/(?<!\d )\b(?:the )?day before yesterday\b/i, (_, { today }) => fixed(day(add(today, -2, 'day')), 'day')),
  times(/\b(?:earlier |later )?(today|yesterday|tomorrow)\b/i, ([, word], { today }) =>
    fixed(day(add(today, shift(word as string), 'day')), 'day'),
  ),
  times(/\b(?:the )?(?:last|past|previous) day\b/i, (_, { today }) => fixed(day(add(today, -1, 'day')), 'day')),
  times(
    /\b(?:(this|last|yesterday|today|tomorrow) (?:early |late )?(morning|afternoon|evening|night)|(?:late )?(tonight|tonite))\b/i,
    ([, when, word, tonight], { today }) => {
      const [from, to] = hoursOfPart(tonight ? 'night' : (word as string));
      return fixed(hours(add(today, shift(when ?? ''), 'day'), from, to), 'part');
    },
  ),
  times(new RegExp(`\\bovernight\\b(?! (?:on )?${weekdayWords})`, 'i'), (_, { today }) =>
    fixed(hours(add(today, -1, 'day'), ...hoursOfPart('night')), 'part'),
  ),
  times(
    /\b(?:right now|at present|at the (?:minute|moment)|(?<=\b(?<!up )(?:and|to|until|till|through) )(?:now|date|the present))\b/i,
    (_, { now }) => fixed({ start: now, end: addClock(now, 1, 'second') }, 'clock'),
  ),
];
