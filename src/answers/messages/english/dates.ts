import { daysLater } from '../../../incidents/day-spans.ts';
import type { When } from '../../../incidents/incident.ts';
import type { Period } from '../../../incidents/query.ts';
import { inOneList } from '../dates.ts';
import { partOfYear } from '../group-keys.ts';
import { list } from './text.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const parts = (iso: string) => ({
  y: iso.slice(0, 4),
  m: Number(iso.slice(5, 7)),
  d: Number(iso.slice(8, 10)),
  time: iso.slice(11, 16),
});

/** "11 July 2020" */
export const day = (iso: string): string => {
  const { y, m, d } = parts(iso);
  return `${d} ${months[m - 1]} ${y}`;
};

/** A moment of the program's own, which platforms show in the reader's zone: "2020-07-14 09:00 UTC". */
export const instant = (iso: string): string => `${new Date(iso).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const dayBefore = (iso: string): string => daysLater(iso.slice(0, 10), -1);

/** First and last day, both inside: "11 July 2020", "1 to 31 July 2020", "30 June to 2 July 2020". */
export function days(first: string, last: string): string {
  if (first === last) return day(first);
  const [a, b] = [parts(first), parts(last)];
  if (a.y !== b.y) return `${day(first)} to ${day(last)}`;
  return a.m === b.m ? `${a.d} to ${day(last)}` : `${a.d} ${months[a.m - 1]} to ${day(last)}`;
}

function whole(start: string, end: string): string | undefined {
  const [a, b] = [parts(start), parts(end)];
  if (a.d !== 1 || b.d !== 1) return undefined;
  const span = (Number(b.y) - Number(a.y)) * 12 + b.m - a.m;
  if (a.m === 1 && b.m === 1) return span === 12 ? a.y : `${a.y} to ${Number(b.y) - 1}`;
  if (span === 1) return `${months[a.m - 1]} ${a.y}`;
  const last = parts(dayBefore(end));
  return a.y === last.y
    ? `${months[a.m - 1]} to ${months[last.m - 1]} ${last.y}`
    : `${months[a.m - 1]} ${a.y} to ${months[last.m - 1]} ${last.y}`;
}

/** "11 July 2020 18:00" */
export const moment = (iso: string): string => `${day(iso)} ${parts(iso).time}`;

/** A period as it is said after a comma: "in July 2020" keeps its preposition, "1 to 31 July" needs none. */
export function period({ start, end }: Period): string {
  if (start === null && end === null) return 'at any time';
  if (start === null) return `before ${edge(end as string)}`;
  if (end === null) return `since ${edge(start)}`;
  if (start.includes('T') || end.includes('T'))
    return `${start.includes('T') ? moment(start) : day(start)} to ${end.includes('T') ? moment(end) : day(dayBefore(end))}`;
  const unit = whole(start, end);
  if (unit) return unit.includes(' to ') ? unit : `in ${unit}`;
  const last = dayBefore(end);
  return start === last ? `on ${day(start)}` : days(start, last);
}

/** "in 2014, 2015 and 2016" */
export const periods = (all: readonly Period[]): string => inOneList(all.map(period), list, { in: 'in', on: 'on' });

function edge(iso: string): string {
  if (iso.includes('T')) return moment(iso);
  const { y, m, d } = parts(iso);
  if (d === 1) return m === 1 ? y : `${months[m - 1]} ${y}`;
  return day(iso);
}

const vague: Partial<Record<When['precision'], string>> = {
  week: 'to within a week',
  month: 'day not known',
  year: 'month not known',
};

/** When an incident was, as exactly as its sources say. */
export function when(w: When): string {
  if (w.start === null || w.end === null) return w.asWritten ? `no date given (“${w.asWritten}”)` : 'no date given';
  const dates = days(w.start, w.end);
  const night = w.partOfDay ? `, ${w.partOfDay === 'night' ? 'at night' : `in the ${w.partOfDay}`}` : '';
  const hedge = w.start !== w.end && vague[w.precision] ? ` (${vague[w.precision]})` : '';
  const basis =
    w.basis === 'outside'
      ? ` (the source says only “${w.asWritten ?? 'a weekday'}”; the calendar date is known from elsewhere)`
      : '';
  return `${dates}${night}${hedge}${basis}`;
}

/** "2016-03" → "March 2016", "2016-W11" → "week 11 of 2016", "2016-Q3" → "Q3 2016". */
export function timeKey(key: string): string {
  const part = partOfYear(key);
  if (part?.letter === 'W') return `week ${part.n} of ${part.year}`;
  if (part)
    return part.letter === 'Q'
      ? `Q${part.n} ${part.year}`
      : `the ${part.n === 1 ? 'first' : 'second'} half of ${part.year}`;
  if (/^\d{4}-\d{2}$/.test(key)) return `${months[Number(key.slice(5)) - 1]} ${key.slice(0, 4)}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(key) ? day(key) : key;
}
