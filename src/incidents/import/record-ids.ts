import { createHash } from 'node:crypto';
import type { Cells } from './cell-values.ts';

/** A short name for a text, the same every time: 16 hexadecimal digits of SHA-256. */
export const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/**
 * Ids for rows that have none, from what they say; columns without a name and the ones left out do not count. The same
 * row a second time in one file is another record: "…-2".
 */
export function idsByContent(leaveOut: readonly string[] = []): (cells: Cells) => string {
  const seen = new Set<number>();
  const again = new Map<string, number>();
  return (cells) => {
    const told = Object.entries(cells).filter(([key]) => key !== '' && !leaveOut.includes(key));
    const id = shortHash(JSON.stringify(told));
    const short = Number.parseInt(id.slice(0, 12), 16);
    if (!seen.has(short)) {
      seen.add(short);
      return id;
    }
    const times = (again.get(id) ?? 1) + 1;
    again.set(id, times);
    return `${id}-${times}`;
  };
}

/** An id cell as part of an id: white space is no part of it. */
export const withoutSpaces = (id: string): string => id.replace(/\s+/g, '');
