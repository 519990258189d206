import { allSteps, type Steps } from './steps.ts';

/** A half-open stretch of local time: ISO dates, or date-times "2020-07-11T18:00". */
export interface Interval {
  start: string;
  end: string;
}

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade';
export type ClockUnit = 'hour' | 'minute' | 'second';

/** What a thread is about: a period that may be open. */
export interface Anchor {
  start: string | null;
  end: string | null;
}

export interface Clock {
  /** What looking for times may still cost. */
  steps: Steps;
  /** Today, and this moment, where the asker is. */
  today: string;
  now: string;
  locale: string;
  /** Where times are counted from that tell none of their own. */
  anchor?: Anchor;
}

const date = (iso: string) => Temporal.PlainDate.from(iso.slice(0, 10));
const steps: Record<Unit, (n: number) => Temporal.DurationLike> = {
  day: (n) => ({ days: n }),
  week: (n) => ({ weeks: n }),
  month: (n) => ({ months: n }),
  quarter: (n) => ({ months: 3 * n }),
  year: (n) => ({ years: n }),
  decade: (n) => ({ years: 10 * n }),
};

/** Dates are compared as text, so that all have four figures of a year; what lies beyond is at the end of the calendar. */
const [first, last] = [Temporal.PlainDateTime.from('0001-01-01'), Temporal.PlainDateTime.from('9999-12-31')];
const inCalendar = (moment: Temporal.PlainDateTime) =>
  Temporal.PlainDateTime.compare(moment, first) < 0
    ? first
    : Temporal.PlainDateTime.compare(moment, last) > 0
      ? last
      : moment;
const moved = (iso: string, by: Temporal.DurationLike) => inCalendar(Temporal.PlainDateTime.from(iso).add(by));

const short = (moment: Temporal.PlainDateTime) =>
  moment.toString({ smallestUnit: moment.second ? 'second' : 'minute' }).replace(/T00:00$/, '');

export const clockAt = (now: Date, zone: string, locale: string): Clock => {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();
  return {
    today: local.toPlainDate().toString(),
    now: local.toString({ smallestUnit: 'second' }),
    locale,
    steps: allSteps(),
  };
};

/** The same moment so many units on; a date stays a date. */
export const add = (iso: string, n: number, unit: Unit): string =>
  iso.length > 10 ? short(moved(iso, steps[unit](n))) : moved(iso, steps[unit](n)).toPlainDate().toString();

export const addClock = (iso: string, n: number, unit: ClockUnit): string => short(moved(iso, { [`${unit}s`]: n }));

/** The last day that a period holds. */
export const lastDay = (end: string): string => (end.length > 10 ? end.slice(0, 10) : add(end, -1, 'day'));

/** First day of the unit that holds the day. Weeks begin on Monday. */
export function startOf(iso: string, unit: Unit): string {
  const d = date(iso);
  switch (unit) {
    case 'day':
      return iso.slice(0, 10);
    case 'week':
      return d.subtract({ days: d.dayOfWeek - 1 }).toString();
    case 'month':
      return d.with({ day: 1 }).toString();
    case 'quarter':
      return d.with({ day: 1, month: Math.floor((d.month - 1) / 3) * 3 + 1 }).toString();
    case 'year':
      return d.with({ day: 1, month: 1 }).toString();
    case 'decade':
      return d.with({ day: 1, month: 1, year: Math.floor(d.year / 10) * 10 }).toString();
  }
}

export const unitAt = (iso: string, unit: Unit): Interval => {
  const start = startOf(iso, unit);
  return { start, end: add(start, 1, unit) };
};

export const isoDay = (y: number, m: number, d: number): string =>
  `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;

export const year = (y: number): Interval => ({ start: isoDay(y, 1, 1), end: isoDay(y + 1, 1, 1) });
export const month = (y: number, m: number): Interval => unitAt(isoDay(y, m, 1), 'month');
export const day = (iso: string): Interval => ({ start: iso, end: add(iso, 1, 'day') });
export const weekdayAt = (iso: string): number => date(iso).dayOfWeek;
export const yearAt = (iso: string): number => Number(iso.slice(0, 4));
export const daysIn = ({ start, end }: Interval): number => date(start).until(date(end)).days;

export const isDate = (y: number, m: number, d: number): boolean =>
  m >= 1 && m <= 12 && d >= 1 && d <= Temporal.PlainYearMonth.from({ year: y, month: m }).daysInMonth;

/** Hours of a day; 24 and more lie in the next day. */
export const hours = (day: string, from: number, to: number): Interval => ({
  start: hourAt(day, from),
  end: hourAt(day, to),
});

const hourAt = (day: string, hour: number): string => addClock(`${day}T00:00`, Math.round(hour * 60), 'minute');

/** Where 3/4 is the fourth of March. */
export const monthFirst = (locale: string): boolean => /^en-(?:US|PH|CA)$|^en$/.test(locale);
