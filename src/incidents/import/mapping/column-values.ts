import { plainNumber, textOf } from '../cell-values.ts';
import { looksLikeDate } from '../dates.ts';
import { parseFigure } from '../figures.ts';

export const within = (most: number) => (value: string) => value !== '' && Math.abs(Number(value)) <= most;
export const count = (value: string) => parseFigure(value) !== undefined || plainNumber(value) !== undefined;
export const words = (value: string) => /\p{L}/u.test(value);
export const isDate = looksLikeDate;
export const isPosition = (value: string) =>
  /^[(\s]*(point\s*\()?\s*-?\d{1,3}(\.\d+)?°?[ ,;]+-?\d{1,3}(\.\d+)?[)\s]*$/i.test(value);
export const between = (least: number, most: number) => (value: string) =>
  Number(value) >= least && Number(value) <= most;
export const isMonth = (value: string) =>
  between(0, 12)(value) || /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(value);
export const anything = () => true;
export const never = /^$/;

/** Whether a predicate is true of at least nine in ten of the cells that are not blank; false if all are. */
export function mostly(values: readonly (string | undefined)[], accepts: (value: string) => boolean): boolean {
  const filled = values.map(textOf).filter((v) => v !== undefined);
  return filled.length > 0 && filled.filter(accepts).length >= 0.9 * filled.length;
}
