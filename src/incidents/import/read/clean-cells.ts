import { textOf } from '../cell-values.ts';
import { saysMissing } from '../table-words.ts';
import { repairMojibake } from './mojibake.ts';
import type { SourceTable } from './row.ts';

type Row = Record<string, string>;
type Layout = Pick<SourceTable, 'decimals' | 'separated'>;

const numeric = /^[-+]?(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?$/;
/** Nothing but a decimal comma: the digits after it are no group of three. */
const certain = /^[-+]?\d+,(?:\d{1,2}|\d{4,})$/;

/** The columns of numbers with decimal commas; none if no number in the sample is certain to have one. */
function decimalColumns(sample: readonly Row[]): Set<string> {
  const keys = Object.keys(sample[0] ?? {}).filter((key) => {
    const filled = sample.flatMap((row) => textOf(row[key]) ?? []).filter((value) => !saysMissing(value));
    return filled.length > 0 && filled.every((value) => numeric.test(value));
  });
  return new Set(keys.some((key) => sample.some((row) => certain.test(row[key]?.trim() ?? ''))) ? keys : []);
}

/** Columns of two-letter codes, where NA is Namibia. */
function codeColumns(sample: readonly Row[]): Set<string> {
  const isCode = (value: string) => /^[A-Z]{2}$/.test(value);
  return new Set(
    Object.keys(sample[0] ?? {}).filter((key) => {
      const filled = sample.flatMap((row) => textOf(row[key]) ?? []);
      return filled.every(isCode) && filled.some((value) => value !== 'NA');
    }),
  );
}

const withPoint = (number: string): string => number.replaceAll('.', '').replace(',', '.');

/** An apostrophe that guards what a spreadsheet would take for a formula. */
const guard = /^'(?='*[=+\-@\t\r\n＝＋－＠])/u;

/** Cleans the cells of an export: only what CSV and spreadsheets have done to them is taken back. */
export function exportCleaner(sample: readonly Row[], { decimals, separated }: Layout): (cells: Row) => void {
  const numbers = decimals ? decimalColumns(sample) : new Set<string>();
  if (!separated) return () => {};
  return (cells) => {
    for (const key in cells) {
      const value = cells[key] as string;
      cells[key] = numbers.has(key) && numeric.test(value) ? withPoint(value) : value.replace(guard, '');
    }
  };
}

/**
 * Cleans the cells of a table, in place: what says that a value is missing becomes blank, decimal commas become points
 * (with `decimals`), UTF-8 that was read as Windows-1252 is repaired. Which columns these are, the sample shows.
 */
export function cellCleaner(sample: readonly Row[], { decimals }: Layout): (cells: Row) => void {
  const numbers = decimals ? decimalColumns(sample) : new Set<string>();
  const codes = codeColumns(sample);
  return (cells) => {
    for (const key in cells) {
      const value = cells[key] as string;
      if (value === '') continue;
      const trimmed = value.trim();
      if (saysMissing(trimmed) && !(trimmed === 'NA' && codes.has(key))) cells[key] = '';
      else if (numbers.has(key) && numeric.test(trimmed)) cells[key] = withPoint(trimmed);
      else {
        const repaired = repairMojibake(value);
        if (repaired !== value) cells[key] = repaired;
      }
    }
  };
}
