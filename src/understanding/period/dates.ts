import * as chrono from 'chrono-node';
import { add, type Clock, isDate, latestYearOf } from './calendar.ts';
import type { Base } from './parser.ts';

const notDates = /^(?:sun|sat|mon|may|mar|march|sec|second|now|at \d{1,2}|\d{1,2}|noon|midnight)$/i;
const engines = { month: chrono.casual.clone(), day: chrono.en.GB.clone() };

const monthFirst = (locale: string) => /^en-(?:US|PH|CA)$|^en$/.test(locale);

function isoOf(parts: chrono.ParsedComponents, clock: Clock): string | undefined {
  const [y, m, d] = [parts.get('year'), parts.get('month'), parts.get('day')];
  if (y === null || m === null || d === null) return undefined;
  // A day without a year is the latest that has come.
  const given = parts.isCertain('year') || parts.isCertain('weekday') || !parts.isCertain('day');
  const guess = given ? y : latestYearOf(m, clock);
  const iso = `${guess}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  if (!isDate(iso)) return undefined;
  return !given && iso > clock.today ? `${guess - 1}${iso.slice(4)}` : iso;
}

/** "15 Sept 2016", "on Monday", "4 to 22 July", "2016-12-05": chrono's dates, widened to days and moved to the past. */
export function readDates(text: string, clock: Clock): Base[] {
  const engine = monthFirst(clock.locale) ? engines.month : engines.day;
  const results = engine.parse(text, { instant: new Date(`${clock.today}T12:00:00Z`), timezone: 'UTC' });
  return results.flatMap((result) => {
    if (notDates.test(result.text.trim()) || !(result.start.isCertain('day') || result.start.isCertain('weekday')))
      return [];
    const start = isoOf(result.start, clock);
    const last =
      result.end && (result.end.isCertain('day') || result.end.isCertain('weekday')) ? isoOf(result.end, clock) : start;
    if (!start || !last || last < start) return [];
    const past =
      result.start.isCertain('weekday') && !result.start.isCertain('day') && !/\bnext\b/i.test(result.text)
        ? onOrBefore(start, clock.today)
        : start;
    return [
      {
        start: past,
        end: last === start ? add(past, 1, 'day') : add(last, 1, 'day'),
        from: result.index,
        to: result.index + result.text.length,
        words: result.text,
      },
    ];
  });
}

const onOrBefore = (date: string, today: string): string => {
  let iso = date;
  while (iso > today) iso = add(iso, -7, 'day');
  return iso;
};
