import type { ParsedComponents, ParsingResult } from 'chrono-node';
import { addClock, isDate, isoDay, year } from './calendar.ts';
import { fixed, monthDay, type Time, within } from './time.ts';

/** What chrono is certain of, as a time: a day without a year recurs every year. */
function timeOf(parts: ParsedComponents, text: string): Time | undefined {
  const certain = (name: Parameters<ParsedComponents['get']>[0]) => (parts.isCertain(name) ? parts.get(name) : null);
  const [told, m, d, h] = [certain('year'), certain('month'), certain('day'), certain('hour')];
  if (m === null || d === null) return undefined;
  // Two figures of a year far ahead are of the century before.
  const y = told !== null && told > 2035 && !text.includes(String(told)) ? told - 100 : told;
  if (y === null) return monthDay(m, d);
  if (!isDate(y, m, d)) return undefined;
  if (h === null) return within(monthDay(m, d), fixed(year(y), 'year'));
  const start = addClock(`${isoDay(y, m, d)}T00:00`, h * 60 + (parts.get('minute') ?? 0), 'minute');
  return fixed({ start, end: addClock(start, 1, 'hour') }, 'clock');
}

/** chrono's points widened to days; undefined for what it only guessed. */
export function widened({ start, end, text }: ParsingResult): [Time] | [Time, Time] | undefined {
  const first = timeOf(start, text);
  if (!first) return undefined;
  if (!end) return [first];
  const last = timeOf(end, text);
  return last && [first, last];
}
