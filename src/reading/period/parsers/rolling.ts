import { add, addClock, type ClockUnit, startOf, type Unit, unitAt } from '../calendar.ts';
import type { Grain } from '../grain.ts';
import { fixed } from '../time.ts';
import { times } from '../time-span.ts';
import { allUnits, countOf, countWords, unitOf } from '../words.ts';

const isDateUnit = (u: string): u is Unit => !['hour', 'minute', 'second'].includes(u);
const stepsOf = (words: string): [number, Unit | ClockUnit][] =>
  [...words.matchAll(new RegExp(`${countWords} ?(${allUnits})(?![a-z])`, 'gi'))].map(([, n, u]) => {
    const [unit, times] = unitOf(u as string);
    return [countOf(n as string) * times, unit];
  });

const back = (from: string, steps: [number, Unit | ClockUnit][], sign = -1) =>
  steps.reduce((at, [n, u]) => (isDateUnit(u) ? add(at, sign * n, u) : addClock(at, sign * n, u)), from);

const compound = `${countWords} ?${allUnits}(?:(?:,? and |, | )?(?:\\d{1,4}|an?|one) ?${allUnits})*(?![a-z])`;

/** "last 30 days", "past 72 hours", "2 days ago", "1 month, 21 days ago", "half an hour ago": back from now. */
export const rollingParsers = [
  times(
    new RegExp(
      `\\b(?:the |these )?(?:last|past|previous|preceding|recent|trailing|latest) ?${countWords}[- ]?(${allUnits})(?![a-z])`,
      'i',
    ),
    ([, n, u], { today, now }) => backFrom(countOf(n as string), u as string, today, now),
  ),
  times(
    new RegExp(`\\b(?:the )?${countWords} (?:last|past|previous) (${allUnits})(?![a-z])`, 'i'),
    ([, n, u], { today, now }) => backFrom(countOf(n as string), u as string, today, now),
  ),
  times(/\b(?:the )?(?:last|past|previous) (hour|minute|fortnight)\b/i, ([, u], { today, now }) =>
    backFrom(1, u as string, today, now),
  ),
  // "since two years", as many languages have it.
  times(new RegExp(`\\bsince ${countWords} (${allUnits})(?![a-z])`, 'i'), ([, n, u], { today, now }) =>
    backFrom(countOf(n as string), u as string, today, now),
  ),
  times(
    new RegExp(`\\b${compound} (?:ago|back|before now|before(?=[.?!]?$))(?: today| this day)?(?!\\w)`, 'i'),
    ([words], { today, now }) => {
      const steps = stepsOf(words as string);
      const unit = steps[0]?.[1] ?? 'day';
      if (steps.some(([, u]) => !isDateUnit(u))) {
        const start = back(now, steps);
        return fixed({ start, end: addClock(start, 1, unit === 'hour' ? 'hour' : (unit as ClockUnit)) }, 'clock');
      }
      const start = back(today, steps);
      const holder = unit as Unit;
      return {
        ...fixed({ start, end: add(start, 1, 'day') }, 'day'),
        holder: fixed(unitAt(start, holder), holder as Grain),
      };
    },
  ),
  times(/\bhalf an hour ago\b/i, (_, { now }) => {
    const start = addClock(now, -30, 'minute');
    return fixed({ start, end: addClock(start, 1, 'minute') }, 'clock');
  }),
  times(/\b(?:the )?(?:last|past) half(?: an)? hour\b/i, (_, { now }) =>
    fixed({ start: addClock(now, -30, 'minute'), end: now }, 'clock'),
  ),
];

/** Whole quarters, whole days with today inside, hours and minutes to the moment. */
function backFrom(n: number, words: string, today: string, now: string) {
  const [unit, times] = unitOf(words);
  if (!isDateUnit(unit))
    return fixed({ start: addClock(now, -n * times, unit), end: addClock(now, 0, 'second') }, 'clock');
  if (unit === 'quarter')
    return fixed({ start: add(startOf(today, 'quarter'), -n, 'quarter'), end: startOf(today, 'quarter') }, 'year');
  return fixed({ start: add(today, -n * times, unit), end: add(today, 1, 'day') }, 'month');
}
