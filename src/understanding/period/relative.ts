import { add, type Clock, day, startOf, type Unit, unitAt } from './calendar.ts';
import type { PeriodParser } from './parser.ts';
import { countOf, countPattern } from './words.ts';

type Whole = Exclude<Unit, 'hour'>;
const units = '(day|week|month|quarter|year|decade|fortnight)';
const unitOf = (words: string): Whole => words.toLowerCase().replace(/s$/, '') as Whole;

const whole = ({ today }: Clock, unit: string, n: number) =>
  unit === 'fortnight'
    ? { start: add(today, -14 + 1, 'day'), end: add(today, 1, 'day') }
    : unitAt(add(startOf(today, unitOf(unit)), n, unitOf(unit)), unitOf(unit));

/** "this month", "last week", "the year before last", "next year": whole calendar units. */
export const unitParsers: readonly PeriodParser[] = [
  {
    pattern: new RegExp(`\\b(?:the )?${units} before last\\b`, 'gi'),
    make: ([, unit], clock) => whole(clock, unit as string, -2),
  },
  {
    pattern: new RegExp(`\\b(?:the |this |in the )?(?:last|previous|preceding|prior) ${units}\\b(?! of)`, 'gi'),
    make: ([, unit], clock) => whole(clock, unit as string, -1),
  },
  {
    pattern: new RegExp(`\\b(?:this|the current|current|the present) ${units}\\b`, 'gi'),
    make: ([, unit], clock) => whole(clock, unit as string, 0),
  },
  {
    pattern: new RegExp(`\\b(?:the )?(?:next|coming|following) ${units}\\b`, 'gi'),
    make: ([, unit], clock) => whole(clock, unit as string, 1),
  },
  {
    pattern:
      /\b(?:so far this|earlier this|this) (week|month|year|quarter)(?: so far| to date)\b|\b(?:so far|earlier) this (week|month|year|quarter)\b|\b(week|month|year|quarter)[- ]to[- ]date\b/gi,
    make: ([, a, b, c], clock) => ({
      start: startOf(clock.today, unitOf((a ?? b ?? c) as string)),
      end: add(clock.today, 1, 'day'),
    }),
  },
  {
    pattern: /\bYTD\b/g,
    make: (_, clock) => ({ start: startOf(clock.today, 'year'), end: add(clock.today, 1, 'day') }),
  },
  {
    pattern: /\b(?:(this|last|the past|past|over the|the|next) )?weekend(?: before last)?\b/gi,
    make: ([words, which], clock) => weekend(words as string, which ?? '', clock),
  },
];

function weekend(words: string, which: string, { today }: Clock) {
  const saturday = add(startOf(today, 'week'), 5, 'day');
  const back = /before last/i.test(words)
    ? saturday > today
      ? 14
      : 14
    : /last|past|over/i.test(which) || saturday > today
      ? /this|next/i.test(which)
        ? 0
        : 7
      : 0;
  const start = add(saturday, /next/i.test(which) ? 7 : -back, 'day');
  return { start, end: add(start, 2, 'day') };
}

const rolledBack: Record<string, [number, Whole]> = {
  day: [1, 'day'],
  night: [1, 'day'],
  week: [1, 'week'],
  fortnight: [2, 'week'],
  month: [1, 'month'],
  quarter: [1, 'quarter'],
  year: [1, 'year'],
  decade: [1, 'decade'],
};

/** "last 30 days", "past 72 hours", "the past week", "in the last few months": back from now, today inside. */
export const rollingParsers: readonly PeriodParser[] = [
  {
    pattern: new RegExp(
      `\\b(?:(?:in|over|during|for|within|of) )?(?:the |these )?(?:last|past|previous|preceding|recent|trailing) ?${countPattern}[- ]?(day|night|week|fortnight|month|quarter|year|decade)s?\\b`,
      'gi',
    ),
    make: ([, n, unit], clock) => backFrom(clock, countOf(n as string), unit as string),
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:in|over|during|for|within) )?(?:the )?(?:last|past|previous) (?:${countPattern} ?)?(hour|hr|minute|min)s?\\b`,
      'gi',
    ),
    make: ([, n, unit], clock) => hoursBack(clock, countOf(n ?? 'one') * (/min/i.test(unit as string) ? 1 / 60 : 1)),
  },
  {
    pattern: /\b(?:(?:in|over|during|for|within) )?(?:the )?past (day|week|fortnight|month|quarter|year|decade)\b/gi,
    make: ([, unit], clock) => backFrom(clock, 1, unit as string),
  },
  {
    pattern: new RegExp(
      `\\b${countPattern} (day|week|fortnight|month|quarter|year|decade)s? (?:ago|back|earlier|before now)\\b`,
      'gi',
    ),
    make: ([, n, unit], clock) => day(stepBack(clock.today, countOf(n as string), unit as string)),
  },
  { pattern: /\b(?:the )?day before yesterday\b/gi, make: (_, clock) => day(add(clock.today, -2, 'day')) },
  {
    pattern: /\byesterday(?! (?:morning|afternoon|evening|night))\b/gi,
    make: (_, clock) => day(add(clock.today, -1, 'day')),
  },
  { pattern: /\btoday\b/gi, make: (_, clock) => day(clock.today) },
  {
    pattern: /\b(?:last night|yesterday (?:night|evening))\b/gi,
    make: (_, clock) => ({ start: `${add(clock.today, -1, 'day')}T18:00`, end: `${clock.today}T06:00` }),
  },
  {
    pattern: /\btonight\b/gi,
    make: (_, clock) => ({ start: `${clock.today}T18:00`, end: `${add(clock.today, 1, 'day')}T06:00` }),
  },
  {
    pattern: /\b(?:yesterday (morning|afternoon)|this (morning|afternoon|evening))\b/gi,
    make: ([, a, b], clock) => hours(add(clock.today, a ? -1 : 0, 'day'), (a ?? b) as string),
  },
];

const parts: Record<string, [string, string]> = {
  morning: ['06:00', '12:00'],
  afternoon: ['12:00', '18:00'],
  evening: ['18:00', '24:00'],
};
const hours = (date: string, name: string) => {
  const [from, to] = parts[name.toLowerCase()] as [string, string];
  return { start: `${date}T${from}`, end: to === '24:00' ? `${add(date, 1, 'day')}T00:00` : `${date}T${to}` };
};

function stepBack(today: string, n: number, unit: string): string {
  const [times, step] = rolledBack[unit.toLowerCase()] ?? [1, 'day'];
  return add(today, -n * times, step);
}

const backFrom = ({ today }: Clock, n: number, unit: string) => ({
  start: stepBack(today, n, unit),
  end: add(today, 1, 'day'),
});

const hoursBack = ({ minute }: Clock, n: number) => ({
  start: Temporal.PlainDateTime.from(minute)
    .subtract({ minutes: Math.round(n * 60) })
    .toString({ smallestUnit: 'minute' }),
  end: minute,
});
