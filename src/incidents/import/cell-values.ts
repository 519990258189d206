import { saysMissing } from './table-words.ts';

/** A cell that cannot be read: its column (a key), its value, and why, to follow the value: "is not a number". */
export class CellError extends Error {
  readonly column: string;
  readonly value: string;
  constructor(column: string, value: string, reason: string) {
    super(reason);
    this.column = column;
    this.value = value;
  }
}

/** The cells of a row by the keys of their columns. */
export type Cells = Record<string, string>;

// White space that is more than one space between words.
const uneven = /[^\S ]| {2}|^ | $/;

/** Text with runs of white space collapsed to one space; undefined if it is blank. */
export function textOf(value: string | undefined): string | undefined {
  if (!value) return undefined;
  return uneven.test(value) ? value.replace(/\s+/g, ' ').trim() || undefined : value;
}

/** A cell's text. Throws CellError if it is blank. */
export function required(cells: Cells, column: string): string {
  const value = textOf(cells[column]);
  if (value === undefined) throw new CellError(column, cells[column] ?? '', 'is empty');
  return value;
}

const grouped = /^[-+]?\d{1,3}(?:[,'’\u00a0\u202f ]\d{3})+(?:\.\d+)?$/;

/** The number that a text is: "12", "12.0", "5e+05", "1,200"; undefined for anything else. */
export function plainNumber(text: string): number | undefined {
  const number = text.trim() === '' ? Number.NaN : Number(grouped.test(text) ? text.replace(/[,'’\s]/g, '') : text);
  return Number.isFinite(number) ? number : undefined;
}

/** A number: "12", "12.0", "5e+05", "1,200"; undefined if blank. Throws CellError. */
export function numberOf(cells: Cells, column: string): number | undefined {
  const value = textOf(cells[column]);
  if (value === undefined) return undefined;
  const number = plainNumber(value);
  if (number === undefined) throw new CellError(column, value, 'is not a number');
  return number;
}

/** A whole number from 0; undefined if blank. Throws CellError. */
export function countOf(cells: Cells, column: string): number | undefined {
  const number = numberOf(cells, column);
  if (number === undefined) return undefined;
  if (!Number.isSafeInteger(number) || number < 0) throw new CellError(column, cells[column] ?? '', 'is not a count');
  return number;
}

/** What a numeric code stands for. Throws CellError if the code is blank or not in the list. */
export function coded<T>(cells: Cells, column: string, codes: Record<number, T>): T {
  const value = codes[numberOf(cells, column) ?? Number.NaN];
  if (value === undefined)
    throw new CellError(column, cells[column] ?? '', `is not one of ${Object.keys(codes).join(', ')}`);
  return value;
}

/** A position in degrees; undefined if both cells are blank. Throws CellError. */
export function pointOf(cells: Cells, latitude: string, longitude: string): { lat: number; lon: number } | undefined {
  const [lat, lon] = [numberOf(cells, latitude), numberOf(cells, longitude)];
  if (lat === undefined && lon === undefined) return undefined;
  if (lat === undefined) throw new CellError(latitude, '', 'is empty, but the longitude is not');
  if (lon === undefined) throw new CellError(longitude, '', 'is empty, but the latitude is not');
  if (Math.abs(lat) > 90) throw new CellError(latitude, String(lat), 'is not a latitude');
  if (Math.abs(lon) > 180) throw new CellError(longitude, String(lon), 'is not a longitude');
  return { lat, lon };
}

/** The parts of a list in one cell, without blank and unknown ones. */
export const listOf = (value: string | undefined, separator: string | RegExp): string[] =>
  (value ?? '').split(separator).flatMap((part) => {
    const text = textOf(part);
    return text === undefined || saysMissing(text) ? [] : [text];
  });
