import type { Assumed } from '../span.ts';
import { add, day, type Interval, isDate, isoDay, month, startOf, weekdayAt, yearAt } from './calendar.ts';
import { finer, type Grain } from './grain.ts';
import { type Steps, spend } from './steps.ts';

/** A time that recurs ("Monday", "March") or stands still ("2016"). */
export interface Time {
  grain: Grain;
  /** Its occurrences that begin in the span, in order; not all of them once the steps are spent. */
  in(span: Interval, steps: Steps): Interval[];
  /** Where it stands still: all its occurrences begin in here. */
  bounds?: Interval;
  assumed?: Assumed;
  /** Says nothing alone: "the 21", "in the morning", "the month". */
  latent?: boolean;
  /** "two years ago" as the unit that holds it, where something finer is placed in it: "March two years ago". */
  holder?: Time;
  /** What recurs in it: "Ramadan" of "Ramadan 2014". */
  recurs?: Time;
  /** Told with both its ends: "from" before it opens nothing. */
  closed?: boolean;
}

const startsIn = (span: Interval) => (i: Interval) => i.start >= span.start && i.start < span.end;

export const fixed = (interval: Interval, grain: Grain, assumed?: Assumed): Time => ({
  grain,
  bounds: { start: interval.start, end: add(interval.start.slice(0, 10), 1, 'day') },
  in: (span) => [interval].filter(startsIn(span)),
  ...(assumed ? { assumed } : {}),
});

/** Once a year or more: `of` lists a year's occurrences. */
export const yearly = (grain: Grain, of: (y: number) => Interval[]): Time => ({
  grain,
  in: (span, steps) => {
    const found: Interval[] = [];
    for (let y = yearAt(span.start); y <= yearAt(span.end) && spend(steps); y++) found.push(...of(y));
    return found.filter(startsIn(span));
  },
});

export const months = (m: number): Time => yearly('month', (y) => [month(y, m)]);
export const monthDay = (m: number, d: number): Time =>
  yearly('day', (y) => (isDate(y, m, d) ? [day(isoDay(y, m, d))] : []));

/** "the 21st" of any month. */
export const dayOfMonth = (d: number): Time => ({
  grain: 'day',
  in: (span, steps) => {
    const found: Interval[] = [];
    for (let at = startOf(span.start, 'month'); at < span.end && spend(steps); at = add(at, 1, 'month'))
      if (isDate(yearAt(at), Number(at.slice(5, 7)), d))
        found.push(day(`${at.slice(0, 8)}${String(d).padStart(2, '0')}`));
    return found.filter(startsIn(span));
  },
});

const stepping = (grain: Grain, first: (from: string) => Interval): Time => ({
  grain,
  in: (span, steps) => {
    const found: Interval[] = [];
    for (
      let at = first(span.start);
      at.start < span.end && spend(steps);
      at = { start: add(at.start, 7, 'day'), end: add(at.end, 7, 'day') }
    )
      if (at.start >= span.start) found.push(at);
    return found;
  },
});

export const weekdays = (w: number): Time =>
  stepping('day', (from) => day(add(from.slice(0, 10), (w - weekdayAt(from) + 7) % 7, 'day')));

/** Weeks from Monday; a week belongs to the month or year that has its Thursday (ISO 8601). */
export const weeks: Time = {
  grain: 'week',
  in: (span, steps) =>
    weekdays(4)
      .in(span, steps)
      .map(({ start }) => ({ start: add(start, -3, 'day'), end: add(start, 4, 'day') })),
};

export const weekends: Time = stepping('day', (from) => {
  const saturday = add(from.slice(0, 10), (6 - weekdayAt(from) + 7) % 7, 'day');
  return { start: saturday, end: add(saturday, 2, 'day') };
});

/** The occurrences of the fine one inside those of the coarse one. */
export const within = (fine: Time, coarse: Time): Time => ({
  grain: fine.grain,
  in: (span, steps) =>
    coarse
      .in(coarse.bounds ?? { start: before(span.start, coarse.grain), end: span.end }, steps)
      .flatMap((c) => fine.in(c, steps))
      .filter(startsIn(span)),
  ...(coarse.bounds ? { bounds: reach(coarse.bounds, coarse.grain) } : fine.bounds ? { bounds: fine.bounds } : {}),
  ...(fine.assumed ? { assumed: fine.assumed } : {}),
  ...(fine.closed ? { closed: true } : {}),
  ...(fine.bounds ? {} : { recurs: fine }),
});

/** How far back a coarse time can begin that still holds the moment. */
const before = (start: string, grain: Grain) =>
  finer(grain, 'week') ? add(start, -2, 'day') : add(start, -1, grain === 'week' ? 'week' : 'year');

/** Where things begin that lie in a coarse time. */
const reach = ({ start, end }: Interval, grain: Grain): Interval => ({
  start: add(start, -7, 'day'),
  end: grain === 'century' ? add(end, 10, 'decade') : add(end, grain === 'decade' ? 10 : 1, 'year'),
});

/** The days that are both: "Friday the 13th". */
export const both = (a: Time, b: Time): Time => ({
  grain: 'day',
  in: (span, steps) => {
    const starts = new Set(b.in(span, steps).map((i) => i.start));
    return a.in(span, steps).filter((i) => starts.has(i.start));
  },
  ...((a.bounds ?? b.bounds) ? { bounds: (a.bounds ?? b.bounds) as Interval } : {}),
});

/** The nth of the fine ones in each coarse one; negative from the end. */
export const nth = (n: number, fine: Time, coarse: Time): Time => ({
  ...within(fine, coarse),
  in: (span, steps) =>
    coarse
      .in(coarse.bounds ?? { start: add(span.start, -1, 'year'), end: add(span.end, 1, 'month') }, steps)
      .flatMap((c) => fine.in(c, steps).at(n > 0 ? n - 1 : n) ?? [])
      .filter(startsIn(span)),
});

/** Every occurrence changed: its first third, its night, the week around it. */
export const changed = (time: Time, grain: Grain, make: (i: Interval) => Interval, assumed?: Assumed): Time => {
  const wide = (s: Interval) => ({ start: add(s.start, -1, 'month'), end: add(s.end, 1, 'month') });
  const bounds = time.bounds && { start: add(time.bounds.start, -20, 'year'), end: add(time.bounds.end, 10, 'year') };
  return {
    grain,
    in: (span, steps) =>
      time
        .in(time.bounds ?? wide(span), steps)
        .map(make)
        .filter(startsIn(span)),
    ...(bounds ? { bounds } : {}),
    ...((assumed ?? time.assumed) ? { assumed: assumed ?? time.assumed } : {}),
  };
};

/** The weekend at a day: with a Friday or a Monday that day too. */
export function weekendAt({ start }: Interval): Interval {
  const weekday = weekdayAt(start);
  const saturday = weekday === 1 ? add(start, -2, 'day') : add(startOf(start, 'week'), 5, 'day');
  return { start: weekday === 5 ? start : saturday, end: add(saturday, weekday === 1 ? 3 : 2, 'day') };
}
