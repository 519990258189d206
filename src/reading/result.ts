import { type Filter, type Query, query as querySchema } from '../incidents/query.ts';
import { otherReadings } from './clarification.ts';
import type { Facets } from './extract-slots.ts';
import type { ParseResult } from './parse-result.ts';
import type { Span } from './span.ts';
import { unreadWords } from './uncovered-tokens.ts';

/** The query that was meant, with what was read, taken for granted and left unread. */
export function made(facets: Facets, told: Partial<Query> & { filter: Filter }, cues: Span[]): ParseResult {
  const filter = Object.fromEntries(Object.entries(told.filter).filter(([, value]) => value !== undefined));
  return {
    kind: 'query',
    query: querySchema.parse({ ...told, filter }),
    readings: facets.all,
    unread: unreadWords(facets, cues),
    assumed: facets.all.flatMap((r) => (r.assumed ? [r.assumed] : [])),
    alternatives: otherReadings(facets),
  };
}
