import type { Assumed } from '../../span.ts';
import { add, addClock, type Clock, daysIn, type Interval, startOf, type Unit, unitAt } from '../calendar.ts';
import type { Grain } from '../grain.ts';
import { resolve } from '../resolve.ts';
import { type Steps, spend } from '../steps.ts';
import { changed, fixed, nth, type Time, weekdays, weekendAt, weekends, weeks, yearly } from '../time.ts';
import { leads, times } from '../time-span.ts';
import { allUnits, countOf, countWords, nthOf, nthWords, unitOf, weekdayOf, weekdayWords } from '../words.ts';
import { thirdOf } from './thirds.ts';

const wholeUnit: Record<string, Time> = {
  week: weeks,
  weekend: weekends,
  day: { grain: 'day', in: everyDay },
  month: yearly('month', (y) =>
    Array.from({ length: 12 }, (_, m) => ({
      start: add(`${y}-01-01`, m, 'month'),
      end: add(`${y}-01-01`, m + 1, 'month'),
    })),
  ),
  quarter: yearly('quarter', (y) =>
    [0, 3, 6, 9].map((m) => ({ start: add(`${y}-01-01`, m, 'month'), end: add(`${y}-01-01`, m + 3, 'month') })),
  ),
  half: yearly('half', (y) =>
    [0, 6].map((m) => ({ start: add(`${y}-01-01`, m, 'month'), end: add(`${y}-01-01`, m + 6, 'month') })),
  ),
};

function everyDay({ start, end }: Interval, steps: Steps): Interval[] {
  const found: Interval[] = [];
  for (let at = start.slice(0, 10); at < end && found.length < 400 && spend(steps); at = add(at, 1, 'day'))
    found.push({ start: at, end: add(at, 1, 'day') });
  return found;
}

/** Halves of a month or a day count stand apart from halves of a year. */
const halfOf = (n: number, whole: Time) =>
  changed(whole, 'month', (i) => {
    const middle = add(i.start, Math.ceil(daysIn(i) / 2) - (daysIn(i) > 31 ? 0 : daysIn(i) === 31 ? 1 : 0), 'day');
    return n === 1 ? { start: i.start, end: middle } : { start: middle, end: i.end };
  });

function nthIn(n: number, unit: string, whole: Time): Time | undefined {
  if (unit === 'half' && ['month', 'week', 'decade'].includes(whole.grain)) return halfOf(n === -1 ? 2 : n, whole);
  const fine = wholeUnit[unit];
  return fine && nth(n, fine, whole);
}

const around: [RegExp, (i: Interval) => Interval, Grain, Assumed?][] = [
  [
    /\b(?:in |during )?(?:the )?(?:week (?:of|beginning|starting|commencing)|w\/[cb])(?= )/i,
    (i) => ({ start: startOf(i.start, 'week'), end: add(startOf(i.start, 'week'), 7, 'day') }),
    'week',
  ],
  [
    /\b(?:in |during )?(?:the )?(?:week (?:ending|to)|w\/e)(?: on)?(?= )/i,
    (i) => ({ start: add(i.end, -7, 'day'), end: i.end }),
    'week',
  ],
  [/\b(?:on |over |during )?(?:the )?week-?end (?:of|around)(?= )/i, weekendAt, 'day'],
  [
    /\b(?:in )?(?:the )?(?:run-?up|lead-?up|days leading(?: up)?|weeks leading(?: up)?) to(?= )/i,
    (i) => ({ start: add(i.start, -1, 'month'), end: i.start }),
    'month',
    { kind: 'run-up' },
  ],
  [/\b(?:on )?(?:the )?eve of(?= )/i, (i) => ({ start: add(i.start, -1, 'day'), end: i.start }), 'day'],
  [/\b(?:on )?(?:the )?day after(?= )/i, (i) => ({ start: i.end, end: add(i.end, 1, 'day') }), 'day'],
  [/\b(?:on )?(?:the )?day before(?= )/i, (i) => ({ start: add(i.start, -1, 'day'), end: i.start }), 'day'],
  [/\bthe (?:month|year) of(?= )/i, (i) => i, 'month'],
];

const step = (from: string, n: number, words: string) => {
  const [unit, times] = unitOf(words);
  return ['hour', 'minute', 'second'].includes(unit)
    ? addClock(from, n * times, unit as never)
    : add(from, n * times, unit as Unit);
};

/** The one that is meant, standing still. */
function still(time: Time, clock: Clock): Time {
  const meant = resolve(time, clock);
  return meant ? fixed(meant, time.grain) : time;
}

/** Words before a time that take a part of it, one of its parts, or what lies around it. */
export const leadParsers = [
  leads(
    /\b(?:in |at |from |by |around |on )?(?:the )?(?:very )?(?:early(?: in| on in)?|earlier|beginning (?:of|in)|start of|first (?:days|part) of|opening (?:of|days of))(?=[ -])/i,
    () => thirdOf(0),
  ),
  leads(/\b(?:in |at |around )?(?:the )?(?:mid(?:dle of)?|halfway through)(?=[ -])/i, () => thirdOf(1)),
  leads(
    /\b(?:in |at |from |by |towards? |around )?(?:the )?(?:very )?(?:late(?: in)?|later(?: in)?|end of|close of|last (?:days|part) of|final (?:days|part) of)(?=[ -])/i,
    () => thirdOf(2),
  ),
  leads(
    new RegExp(
      `\\b(?:in |on |during )?(?:the )?${nthWords} (week-?end|week|day|month|quarter|half|${weekdayWords.slice(1, weekdayWords.lastIndexOf(')'))})(?: (?:of|in|on))?(?=[ ])`,
      'i',
    ),
    ([, figure, fromEnd, last, word, unit]) =>
      (time) => {
        const n = nthOf(figure, fromEnd, last, word);
        const name = (unit as string).toLowerCase().replace('-', '');
        return name in wholeUnit ? nthIn(n, name, time) : nth(n, weekdays(weekdayOf(name)), time);
      },
  ),
  leads(
    new RegExp(
      `\\b(?:in |during |over |for |within )?(?:the )?(first|last|final|1st) ${countWords} (days|weeks|months|years) of(?= )`,
      'i',
    ),
    ([, which, n, u]) =>
      (time) =>
        changed(time, 'month', (i) =>
          /first|1st/i.test(which as string)
            ? { start: i.start, end: step(i.start, countOf(n as string), u as string) }
            : { start: step(i.end, -countOf(n as string), u as string), end: i.end },
        ),
  ),
  ...around.map(([pattern, make, grain, assumed]) =>
    leads(
      pattern,
      () => (time) =>
        ['day', 'month', 'part'].includes(time.grain) || grain === 'month'
          ? changed(time, grain, make, assumed)
          : undefined,
    ),
  ),
  leads(
    new RegExp(`\\b(more than |over )?${countWords} (${allUnits}) (before|after|from|following)(?= )`, 'i'),
    ([, , n, u, way]) =>
      (time, clock) =>
        changed(still(time, clock), 'day', (i) => {
          const start = step(i.start, (/before/i.test(way as string) ? -1 : 1) * countOf(n as string), u as string);
          return { start, end: start.length > 10 ? addClock(start, 1, 'hour') : add(start, 1, 'day') };
        }),
  ),
  leads(
    new RegExp(
      `\\b(?:in |during |over |within )the (?:first )?${countWords} (${allUnits}) (before|after|following|up to|leading up to|to)(?= )`,
      'i',
    ),
    ([, n, u, way]) =>
      (time, clock) =>
        changed(still(time, clock), 'month', (i) =>
          /after|following/i.test(way as string)
            ? { start: i.end, end: step(i.end, countOf(n as string), u as string) }
            : { start: step(i.start, -countOf(n as string), u as string), end: i.start },
        ),
  ),
  times(
    new RegExp(`\\b(?:on )?(?:the )?([1-5])(?:st|nd|rd|th) ${weekdayWords}(?! (?:of|in)\\b)`, 'i'),
    ([, n, name], { today }) =>
      nth(Number(n), weekdays(weekdayOf(name as string)), fixed(unitAt(today, 'month'), 'month')),
  ),
];
