import { add, addClock, type Interval, isDate, isoDay, startOf } from '../calendar.ts';
import { type Steps, spend } from '../steps.ts';
import { fixed, type Time } from '../time.ts';
import { times } from '../time-span.ts';
import { monthOf } from '../words.ts';

/** A clock time as written; without am or pm (`half`) and up to 12 it may mean either half of the day. */
interface Reading {
  h: number;
  m: number;
  s: number;
  half: 'a' | 'p' | undefined;
}

const figure =
  "(\\d{1,2})(?:[:.h](\\d{2})(?::(\\d{2}))?)?(?: ?(a\\.?m?\\.?|p\\.?m?\\.?|(?<=\\d)h|o'? ?clock))?(?![\\w/]|[.:-]\\d)";

function readingOf([h, m, s, suffix]: (string | undefined)[]): Reading | undefined {
  const half = /^[ap]/i.test(suffix ?? '') ? ((suffix as string)[0]?.toLowerCase() as 'a' | 'p') : undefined;
  const made = { h: Number(h), m: Number(m ?? 0), s: Number(s ?? 0), half };
  if (made.h > 24 || made.m > 59 || made.s > 59 || (half && (made.h > 12 || made.h === 0))) return undefined;
  return made;
}

const hoursOf = ({ h, half }: Reading): number[] =>
  half === 'a'
    ? [h % 12]
    : half === 'p'
      ? [(h % 12) + 12]
      : h > 12 || h === 0
        ? [h % 24]
        : h === 12
          ? [12, 0]
          : [h, h + 12];

const at = (day: string, h: number, { m, s }: Reading) => addClock(`${day}T00:00`, h * 3600 + m * 60 + s, 'second');

const asHour = (start: string): Interval => ({ start, end: addClock(start, 1, 'hour') });

/** Its times in the span: those that lie in a part of a day, else the first reading of each day. */
function timesIn(reading: Reading, span: Interval, steps: Steps): Interval[] {
  const found: Interval[] = [];
  for (let day = startOf(span.start, 'day'); day < span.end && spend(steps); day = add(day, 1, 'day')) {
    const all = hoursOf(reading).map((h) => at(day, h, reading));
    const inside = all.filter((t) => t >= span.start && t < span.end);
    if (inside[0]) found.push(asHour(inside[0]));
  }
  if (!found.length && span.start.length > 10)
    found.push(asHour(at(span.start.slice(0, 10), hoursOf(reading)[0] as number, reading)));
  return found;
}

const clock = (reading: Reading, latent: boolean): Time => ({
  grain: 'clock',
  latent,
  in: (span, steps) => timesIn(reading, span, steps),
});

/** "8-9am" shares its half; "11-4" ends at the first four o'clock after eleven. */
function clockRange(a: Reading, b: Reading): Time {
  const first =
    a.half || !b.half
      ? a
      : {
          ...a,
          half:
            a.h < b.h || b.h === 12 || (a.h === b.h && a.m < b.m) || a.h === 12
              ? b.half
              : b.half === 'p'
                ? ('a' as const)
                : ('p' as const),
        };
  return {
    grain: 'clock',
    latent: true,
    closed: true,
    in: (span, steps) =>
      timesIn(a.h === 12 && !a.half ? a : first, span, steps).map(({ start }) => {
        const day = start.slice(0, 10);
        const ends = [day, add(day, 1, 'day')].flatMap((d) => hoursOf(b).map((h) => at(d, h, b))).sort();
        return { start, end: ends.find((e) => e > start) ?? start };
      }),
  };
}

const isClock = ([, m, , suffix]: (string | undefined)[]) => m !== undefined || suffix !== undefined;

/** "at 9am", "16h", "8:30", "from 7 to 7:30", "between 10 and 11:30", "14:00-16:00", "111930ZJUL20". */
export const clockParsers = [
  times(new RegExp(`(?:\\b(?:for|at|around|about|from) |@ ?)?\\b${figure}`, 'i'), (match, _, text) => {
    const reading = readingOf(match.slice(1));
    const led = /^(?:at|around|about|@)/i.test(match[0]);
    const before = text.slice(0, match.index);
    if (!reading || /[\d.,:/$]-?$/.test(before)) return undefined;
    const sure = /[ap]/i.test(match[4] ?? '') || (match[2] !== undefined && match[0].includes(':') && led);
    return led ||
      isClock(match.slice(1)) ||
      /^ ?(?:tonight|tonite|this (?:morning|afternoon|evening)|in the )/i.test(
        text.slice((match.index as number) + match[0].length),
      )
      ? clock(reading, !sure)
      : undefined;
  }),
  times(
    new RegExp(
      `\\b(?:(?:from|between|at) )?${figure.replace('(?![\\w/]|[.:-]\\d)', '')} ?(?:-|to|and|until|untill|till|through|thru) ?${figure}`,
      'i',
    ),
    (match, _, text) => {
      const [a, b] = [readingOf(match.slice(1, 5)), readingOf(match.slice(5, 9))];
      if (!a || !b || /[\d.,:/$-]$/.test(text.slice(0, match.index))) return undefined;
      return /\band\b/i.test(match[0]) && !/^between/i.test(match[0]) ? undefined : clockRange(a, b);
    },
  ),
  times(
    /\b(3[01]|[12]\d|0[1-9])([01]\d|2[0-3])([0-5]\d) ?([A-Z]) ?(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]* ?(\d{4}|\d{2})\b/i,
    ([, d, h, min, zone, m, y]) => {
      const [year, month, day] = [Number(y) + ((y as string).length === 2 ? 2000 : 0), monthOf(m as string), Number(d)];
      return isDate(year, month, day)
        ? fixed(asHour(`${isoDay(year, month, day)}T${h}:${min}`), 'clock', {
            kind: 'zone',
            letter: (zone as string).toUpperCase(),
          })
        : undefined;
    },
  ),
];
