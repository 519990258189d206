import type { Period } from '../../incidents/query.ts';
import { made, type Rule, rule } from '../grammar.ts';

/** From the start of one to the end of the other; undefined where that is no stretch. */
function range(a: Period, b: Period) {
  if (a.start === null || a.end === null || b.start === null || b.end === null || a.end > b.start) return undefined;
  return made('time', { start: a.start, end: b.end });
}

/** Ranges whose ends were read apart: "2013-2016" after a word that a bound may begin with. */
export const ranges: Rule[] = [
  rule(
    'unit time',
    ['unit', 'time'],
    (unit, time) => (unit === 'year' || unit === 'month' || unit === 'day' ? made('time', time) : undefined),
    0.2,
  ),
  rule('time-time', ['time', 'dash', 'time'], (a, _, b) => range(a, b), 0.2),
  rule('from time to time', ['atleast', 'time', 'to', 'time'], (_, a, __, b) => range(a, b), 0.8),
  rule('between time and time', ['between', 'time', 'and', 'time'], (_, a, __, b) => range(a, b), 0.8),
];
