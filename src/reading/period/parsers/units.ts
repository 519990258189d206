import { add, startOf, type Unit, unitAt, year } from '../calendar.ts';
import type { Grain } from '../grain.ts';
import { fixed, type Time, yearly } from '../time.ts';
import { times } from '../time-span.ts';
import { unitOf } from '../words.ts';
import { thirdOf } from './thirds.ts';

const names = '(week|wk|month|mth|quarter|qtr|year|yr|decade)';
const unit = (word: string) => unitOf(word)[0] as Unit & Grain;

const whole = (today: string, word: string, n: number): Time =>
  fixed(unitAt(add(startOf(today, unit(word)), n, unit(word)), unit(word)), unit(word));

/** "this month", "last week", "the year before last", "the week", "year to date", "this time last year". */
export const unitParsers = [
  times(new RegExp(`\\b(?:the )?${names} before last\\b`, 'i'), ([, u], { today }) => whole(today, u as string, -2)),
  times(
    new RegExp(`\\b(?:the |this )?(?:last|previous|preceding|prior|past) ${names}\\b`, 'i'),
    ([words, u], { today }) =>
      /past/i.test(words as string) && !/week/i.test(u as string)
        ? fixed({ start: add(today, -1, unit(u as string)), end: add(today, 1, 'day') }, 'month')
        : whole(today, u as string, -1),
  ),
  times(new RegExp(`\\b(?:this|the current|current|the present|the same) ${names}\\b`, 'i'), ([, u], { today }) =>
    whole(today, u as string, 0),
  ),
  times(new RegExp(`\\b(?:the )?(?:next|coming) ${names}\\b`, 'i'), ([, u], { today }) => whole(today, u as string, 1)),
  times(new RegExp(`\\bthe ${names}\\b`, 'i'), (match, { today }, text) => {
    const stands = /\b(?:in|for|during|within) $/i.test(text.slice(0, match.index)) || text.trim() === match[0];
    const told = /^ (?:with|when|where|that|which|most|of\b|before|after|between|from|to\b|\d)/i.test(
      text.slice((match.index ?? 0) + match[0].length),
    );
    return { ...whole(today, match[1] as string, 0), ...(stands && !told ? {} : { latent: true }) };
  }),
  times(
    new RegExp(
      `\\b(?:(?:so far|earlier) (?:in )?(?:this|the)|(?:this|the)(?= \\w+ (?:so far|to date))) ${names}(?: so far| to date)?\\b`,
      'i',
    ),
    ([, u], { today }) => soFar(today, u as string),
  ),
  times(new RegExp(`\\b(?:the )?${names}[- ]to[- ]date\\b`, 'i'), ([, u], { today }) => soFar(today, u as string)),
  times(/\bYTD\b/i, (_, { today }) => soFar(today, 'year')),
  times(/\bMTD\b/i, (_, { today }) => soFar(today, 'month')),
  times(/\b(?:the )?year-?end\b(?! of)/i, () => thirdOf(2)(yearly('year', (y) => [year(y)]))),
  times(/\b(?:at |around )?(?:this|the same) time last (year|month|week)\b/i, ([, u], { today }) => {
    const start = add(today, -1, unit(u as string));
    return fixed({ start, end: add(start, 1, 'day') }, 'day', {
      kind: 'same-day',
      said: `this time last ${u}`,
      day: start,
    });
  }),
];

const soFar = (today: string, word: string) =>
  fixed({ start: startOf(today, unit(word)), end: add(today, 1, 'day') }, 'month');
