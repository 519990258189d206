import { createHash } from 'node:crypto';
import type { Cells } from './cell-values.ts';

/** The first 16 hexadecimal digits of a text's SHA-256. */
export const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/**
 * Makes ids for the rows of a file that have none, from their content. Columns without a name, and those in `leaveOut`,
 * do not count. A row that repeats an earlier one is another record: "…-2".
 */
export function idsByContent(leaveOut: readonly string[] = []): (cells: Cells) => string {
  const seen = new Set<number>();
  const repeats = new Map<string, number>();
  return (cells) => {
    const content = Object.entries(cells).filter(([key]) => key !== '' && !leaveOut.includes(key));
    const id = shortHash(JSON.stringify(content));
    const short = Number.parseInt(id.slice(0, 12), 16);
    if (!seen.has(short)) {
      seen.add(short);
      return id;
    }
    const times = (repeats.get(id) ?? 1) + 1;
    repeats.set(id, times);
    return `${id}-${times}`;
  };
}

/** An id from a cell, without white space, which ids must not have. */
export const withoutSpaces = (id: string): string => id.replace(/\s+/g, '');
