import { type Aspect, query as querySchema } from '../incidents/query.ts';
import { aspectAsked } from './aspect.ts';
import type { Facets } from './facets.ts';
import type { Memory } from './follow-up.ts';
import type { Back, Choice, Understood } from './understood.ts';

/** One question back. */
export const unclear = (ask: Back, choices: Choice[] = []): Understood => ({
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

/** One incident of the thread, and what is asked of it. */
export const described = (id: string, about: Aspect, facets?: Facets): Understood => ({
  kind: 'query',
  query: querySchema.parse({ measure: 'describe', about, filter: { ids: [id] } }),
  readings: facets?.all ?? [],
  unread: [],
  assumed: [],
  alternatives: [],
});

/** "the second one" of those shown last. */
export function theNth(n: number, memory: Memory | undefined): Understood {
  const id = memory?.ids.at(n);
  if (!memory || !id) return unclear({ kind: 'nth', shown: memory?.ids.length });
  return described(id, 'all');
}
