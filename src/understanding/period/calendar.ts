/** A half-open stretch of local time: ISO dates, or date-times "2020-07-11T18:00". Null: open. */
export interface Interval {
  start: string;
  end: string;
}

export type Unit = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade';

export interface Clock {
  /** Today, and the minute, where the asker is. */
  today: string;
  minute: string;
  locale: string;
}

const date = (iso: string) => Temporal.PlainDate.from(iso);
const steps: Record<Exclude<Unit, 'hour'>, (n: number) => Temporal.DurationLike> = {
  day: (n) => ({ days: n }),
  week: (n) => ({ weeks: n }),
  month: (n) => ({ months: n }),
  quarter: (n) => ({ months: 3 * n }),
  year: (n) => ({ years: n }),
  decade: (n) => ({ years: 10 * n }),
};

export const clockAt = (now: Date, zone: string, locale: string): Clock => {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();
  return { today: local.toPlainDate().toString(), minute: local.toString({ smallestUnit: 'minute' }), locale };
};

export const add = (iso: string, n: number, unit: Exclude<Unit, 'hour'>): string =>
  date(iso).add(steps[unit](n)).toString();

/** First day of the unit that holds the day. Weeks begin on Monday. */
export function startOf(iso: string, unit: Exclude<Unit, 'hour'>): string {
  const d = date(iso);
  switch (unit) {
    case 'day':
      return iso;
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

export const unitAt = (iso: string, unit: Exclude<Unit, 'hour'>): Interval => {
  const start = startOf(iso, unit);
  return { start, end: add(start, 1, unit) };
};

export const year = (y: number): Interval => ({ start: `${y}-01-01`, end: `${y + 1}-01-01` });

export const month = (y: number, m: number): Interval => unitAt(`${y}-${String(m).padStart(2, '0')}-01`, 'month');

export const day = (iso: string): Interval => ({ start: iso, end: add(iso, 1, 'day') });

export const daysIn = ({ start, end }: Interval): number => date(start.slice(0, 10)).until(date(end.slice(0, 10))).days;

export const isDate = (iso: string): boolean => {
  try {
    return date(iso).toString() === iso;
  } catch {
    return false;
  }
};

/** The latest year in which that month has begun. */
export const latestYearOf = (m: number, { today }: Clock): number => {
  const now = date(today);
  return m <= now.month ? now.year : now.year - 1;
};
