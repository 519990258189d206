import { isoDate } from '../incident.ts';

/** A cell that cannot be taken: which column, what it held, and why. */
export class CellError extends Error {
  readonly column: string;
  readonly value: string;
  constructor(column: string, value: string, reason: string) {
    super(reason);
    this.column = column;
    this.value = value;
  }
}

export type Cells = Record<string, string>;

/** Text with its white space put in order, or undefined when there is none. */
export const textOf = (value: string | undefined): string | undefined =>
  value?.replace(/\s+/g, ' ').trim() || undefined;

export function required(cells: Cells, column: string): string {
  const value = textOf(cells[column]);
  if (value === undefined) throw new CellError(column, cells[column] ?? '', 'is empty');
  return value;
}

/** "12", "12.0", "5e+05"; undefined when empty. */
export function numberOf(cells: Cells, column: string): number | undefined {
  const value = textOf(cells[column]);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isFinite(number)) throw new CellError(column, value, 'is not a number');
  return number;
}

export function countOf(cells: Cells, column: string): number | undefined {
  const number = numberOf(cells, column);
  if (number === undefined) return undefined;
  if (!Number.isInteger(number) || number < 0) throw new CellError(column, cells[column] ?? '', 'is not a count');
  return number;
}

export type DateOrder = 'iso' | 'month-first' | 'day-first';

const parts: Record<DateOrder, [RegExp, (m: string[]) => string]> = {
  iso: [/^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/, ([, y, m, d]) => iso(y, m, d)],
  'month-first': [/^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: .*)?$/, ([, m, d, y]) => iso(y, m, d)],
  'day-first': [/^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: .*)?$/, ([, d, m, y]) => iso(y, m, d)],
};
const iso = (y = '', m = '', d = '') => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;

/** A calendar date in the file's own order. */
export function dateOf(cells: Cells, column: string, order: DateOrder): string {
  const value = required(cells, column);
  const [pattern, make] = value.includes('/') ? parts[order === 'iso' ? 'month-first' : order] : parts.iso;
  const match = value.match(pattern);
  const date = match && make(match);
  if (!date || !isoDate.safeParse(date).success) throw new CellError(column, value, 'is not a date');
  return date;
}
