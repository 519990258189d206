import type { Reading } from './span.ts';
import { overlaps } from './text.ts';

const weight = (r: Reading) => (r.end - r.start) * 0.02 + r.score;

/** The best set of readings that do not overlap: the surest and longest first. In the order of the text. */
export function combine<R extends Reading>(readings: readonly R[]): R[] {
  const chosen: R[] = [];
  for (const reading of [...readings].sort((a, b) => weight(b) - weight(a) || a.start - b.start))
    if (!chosen.some((c) => overlaps(c, reading))) chosen.push(reading);
  return chosen.sort((a, b) => a.start - b.start);
}
