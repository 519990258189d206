import type { Period } from '../incidents/query.ts';
import { type BriefUnit, briefUnits } from '../reading/brief-intent.ts';

/** Whole days, `[start, end)`, ISO dates. */
export interface CalendarWindow {
  start: string;
  end: string;
}

const spans = { day: { days: 1 }, week: { weeks: 1 }, month: { months: 1 } };

/** The last whole day, week (from Monday) or month that has ended when the day `before` begins. */
export function lastWhole(unit: BriefUnit, before: string): CalendarWindow {
  const day = Temporal.PlainDate.from(before);
  const end =
    unit === 'month' ? day.with({ day: 1 }) : unit === 'week' ? day.subtract({ days: day.dayOfWeek - 1 }) : day;
  return { start: end.subtract(spans[unit]).toString(), end: end.toString() };
}

/** The windows before it, the latest first. */
export function windowsBefore(unit: BriefUnit, { start }: CalendarWindow, count: number): CalendarWindow[] {
  const windows: CalendarWindow[] = [];
  for (let end = Temporal.PlainDate.from(start); windows.length < count; ) {
    const begin = end.subtract(spans[unit]);
    windows.push({ start: begin.toString(), end: end.toString() });
    end = begin;
  }
  return windows;
}

/** The unit that a period is one of: "last month" in the question is a month, whatever the brief's own. */
export function unitOf({ start, end }: Period): BriefUnit | undefined {
  if (!start || !end || start.includes('T') || end.includes('T')) return undefined;
  return briefUnits.find((unit) => lastWhole(unit, end).start === start && lastWhole(unit, end).end === end);
}

/** The asker's own day. */
export const today = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The moment at which a day of the asker's begins, ISO, UTC. */
export const beginning = (day: string, zone: string): string =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds).toISOString();
