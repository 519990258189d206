import { type Aspect, type Query, query as querySchema, type Unit } from '../incidents/query.ts';
import { aspectAsked } from './asked-attribute.ts';
import type { DialogueState } from './dialogue-state.ts';
import type { Facets } from './extract-slots.ts';
import type { Clarification, ClarificationChoice, ParseResult } from './parse-result.ts';

/** One question back. */
export const unclear = (ask: Clarification, choices: ClarificationChoice[] = []): ParseResult => ({
  kind: 'unclear',
  ask,
  choices,
  readings: [],
  unread: [],
});

/** "who is behind it?", "when was it?": an aspect, and nothing else to look for. */
export function aboutLast(f: Facets): Aspect | undefined {
  const others =
    f.place.length +
    f.actor.length +
    f.period.length +
    f.point.length +
    f.freeText.length +
    f.grouping.length +
    f.unknown.length;
  const named = f.eventType.length > 0 && !/\b(?:it|that|this|they|them)\b/i.test(f.text);
  const drawn = f.measure.some((m) => m.value === 'map' || m.value === 'timeline');
  if (others > 0 || named || drawn) return undefined;
  return aspectAsked(f);
}

const meant = (query: Partial<Query>, facets?: Facets): ParseResult => ({
  kind: 'query',
  query: querySchema.parse(query),
  readings: facets?.all ?? [],
  unread: [],
  assumed: [],
  alternatives: [],
});

/** One incident of the thread, and what is asked of it. */
const described = (id: string, about: Aspect, facets?: Facets): ParseResult =>
  meant({ measure: 'describe', about, filter: { ids: [id] } }, facets);

const them = /\b(?:they|them|these|those)\b/i;
const units: Partial<Record<Aspect, Unit>> = { who: 'actor', sources: 'source' };

/** What is asked of those shown last: of the first its account; of all of them, who did or told of most. */
export function aboutShown({ query, ids }: DialogueState, about: Aspect, facets: Facets): ParseResult {
  const by = units[about];
  if (by && ids.length !== 1 && them.test(facets.text))
    return meant({ measure: 'rank', by, order: 'most', limit: 10, filter: query.filter }, facets);
  const [id] = ids;
  return id ? described(id, about, facets) : unclear({ kind: 'nth', shown: 0 });
}

/** "the second one" of those shown last. */
export function theNth(n: number, memory: DialogueState | undefined): ParseResult {
  const id = memory?.ids.at(n);
  if (!memory || !id) return unclear({ kind: 'nth', shown: memory?.ids.length });
  return described(id, 'all');
}
