import type { EntityLookup } from '../frames/build-places.ts';
import { buildQuery } from '../frames/build-query.ts';
import type { Frame } from '../frames/frame.ts';
import type { Slots } from '../frames/slots.ts';
import { type Filter, type Query, query as querySchema } from '../incidents/query.ts';
import { unclear } from './anaphora.ts';
import type { Facets } from './extract-slots.ts';
import type { ParseResult } from './parse-result.ts';
import type { Span } from './span.ts';
import { unreadWords } from './uncovered-tokens.ts';

/** The query that a frame means, with what was read, taken for granted and left unread. */
export function made(facets: Facets, frame: Frame, cues: Span[], entities: EntityLookup): ParseResult {
  const built = buildQuery(frame, entities);
  if ('problem' in built) return unclear({ kind: 'unread', said: facets.text });
  const read = madeOf(facets, built.query, cues);
  return read.kind === 'query' ? { ...read, frame } : read;
}

/** The same of a query that goes on from a thread's. */
export function madeOf(facets: Facets, told: Partial<Query> & { filter: Filter }, cues: Span[]): ParseResult {
  const filter = Object.fromEntries(Object.entries(told.filter).filter(([, value]) => value !== undefined));
  return {
    kind: 'query',
    query: querySchema.parse({ ...told, filter }),
    readings: facets.all,
    unread: unreadWords(facets, cues),
    assumed: facets.all.flatMap((r) => (r.assumed ? [r.assumed] : [])),
    alternatives: [],
  };
}

/** What slots mean as a filter, to be put in place of a thread's; undefined where they mean nothing that can be. */
export function filterOf(slots: Slots, entities: EntityLookup): Filter | undefined {
  const built = buildQuery(slots, entities);
  return 'query' in built ? built.query.filter : undefined;
}
