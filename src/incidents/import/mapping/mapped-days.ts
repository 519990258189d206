import { daysBetween } from '../../day-spans.ts';
import type { When } from '../../incident.ts';
import { textOf } from '../cell-values.ts';
import { type DateReader, partialDate, wholeMonth } from '../dates.ts';
import { timeOf } from '../times.ts';
import type { Fields, Mapping } from './mapping.ts';

function precisionOf(start: string, end: string): When['precision'] {
  const days = daysBetween(start, end);
  return days === 0 ? 'day' : days < 7 ? 'week' : days < 31 ? 'month' : 'year';
}

/** The days of a row: from one to another, or as far as its year, month and day are known. */
function daysOf(row: Fields, { columns }: Mapping, date: DateReader): Pick<When, 'start' | 'end' | 'precision'> {
  if (columns.date === undefined) return partialDate(row, { year: 'year', month: 'month', day: 'day' });
  const month = wholeMonth(row.date ?? '');
  if (month) return { ...month, precision: 'month' };
  const start = date(row, 'date');
  const end = textOf(row.end) ? date(row, 'end') : start;
  return { start, end, precision: precisionOf(start, end) };
}

/** The days and the time of day of a row. `timed`: the times in the file's dates say something. */
export function whenOf(row: Fields, mapping: Mapping, date: DateReader, timed: boolean): When {
  const days = daysOf(row, mapping, date);
  const written = textOf(row.time) ?? (timed ? row.date : undefined);
  const time = days.precision === 'day' && written !== undefined ? timeOf(written) : {};
  return { ...days, ...time, ...(time.time ? { precision: 'hour' as const } : {}), basis: 'source' };
}
