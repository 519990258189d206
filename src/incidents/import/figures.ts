import type { Detail, Toll } from '../incident.ts';
import { type Cells, plainNumber, textOf } from './cell-values.ts';
import { aboutWords, atLeastWords } from './table-words.ts';

/** A number of people with its range. */
export type Figure = Exclude<Toll, string>;

// 5+; 10-15; 3 killed. A minus sign or a fraction is no part of them.
const orMore = /^(\d[\d.,' ]*)\s*\+$/;
const range = /^(\d[\d,' ]*)\s*(?:-|–|—|to|à|bis|and)\s*(\d[\d,' ]*)$/i;
const withWord = /^(\d[\d,']*)\s+[\p{L} ]{2,30}$/u;

const wholeNumber = (text: string): number | undefined => {
  const n = plainNumber(text);
  return n !== undefined && n >= 0 && n <= 1e7 ? n : undefined;
};

/** "1,200", "5+", "~20", "10-15", "3 killed"; `exact` if it is nothing but a whole number. Undefined for other words. */
export function parseFigure(value: string): { figure: Figure; exact: boolean } | undefined {
  const n = wholeNumber(value);
  if (n !== undefined)
    return { figure: { low: Math.floor(n), best: Math.round(n), high: Math.ceil(n) }, exact: Number.isInteger(n) };
  const [, from, to] = value.match(range) ?? [];
  const [low, high] = [wholeNumber(from ?? ''), wholeNumber(to ?? '')];
  if (low !== undefined && high !== undefined && low <= high && Number.isInteger(low + high))
    return { figure: { low, best: low, high }, exact: false };
  const [, inside] =
    value.match(orMore) ?? value.match(atLeastWords) ?? value.match(aboutWords) ?? value.match(withWord) ?? [];
  const stated = wholeNumber(inside?.trim() ?? '');
  return stated !== undefined && Number.isInteger(stated)
    ? { figure: { low: stated, best: stated, high: stated }, exact: false }
    : undefined;
}

/** The flag of a record with a figure that is not a plain number. */
const inWords = 'figure-in-words';

/**
 * Reads the figures of a row. One that is more than a number is also kept in its own words, one that is none only so: no
 * figure costs its row. Negative numbers are codes for "not known".
 */
export function figuresOf(cells: Cells, by: string) {
  const kept: Detail[] = [];
  return {
    figure(column: string, name = column.replaceAll('_', ' ')): Figure | undefined {
      const value = textOf(cells[column]);
      if (value === undefined || (plainNumber(value) ?? 0) < 0) return undefined;
      const parsed = parseFigure(value);
      if (!parsed?.exact) kept.push({ topic: 'victims', text: `${name}: ${value.slice(0, 200)}`, by });
      return parsed?.figure;
    },
    /** Figures in their own words, as details of the incident. */
    kept,
    flags: (): string[] => (kept.length ? [inWords] : []),
  };
}
