import type { Reading } from './span.ts';
import { overlaps } from './text.ts';

const weight = (r: Reading) => (r.end - r.start) * 0.02 + r.score;

/**
 * The best set of readings that do not overlap: the surest and longest first. Readings of facets in `soft` may lie
 * inside others ("deadliest" is an order and, in "deadliest year", part of a grouping).
 */
export function combine<R extends Reading>(readings: R[], soft: ReadonlySet<string>): R[] {
  const chosen: R[] = [];
  for (const reading of [...readings].sort((a, b) => weight(b) - weight(a) || a.start - b.start)) {
    const rivals = chosen.filter((c) => overlaps(c, reading));
    if (rivals.every((c) => c.facet !== reading.facet && (soft.has(c.facet) || soft.has(reading.facet))))
      chosen.push(reading);
  }
  return chosen.sort((a, b) => a.start - b.start);
}
