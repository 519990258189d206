import type { Filter, Query } from '../../incidents/query.ts';
import type { DialogueState } from '../../reading/dialogue-state.ts';

const names = (filter: Filter): string[] => [
  ...(filter.places ?? []).map((p) => p.name),
  ...[...(filter.actors ?? []), ...(filter.pair ?? [])].map((a) => a.name),
  ...(filter.eventTypes ?? []).filter((k) => k !== 'violence'),
  ...[...(filter.period ? [filter.period] : []), ...(filter.periods ?? [])].map((p) => `${p.start}–${p.end}`),
];

/** "back to Borno": the latest question that was about all of it; undefined if there was none. */
export function topicOf({ earlier = [] }: DialogueState, now: Filter): Query | undefined {
  const wanted = names(now);
  if (wanted.length === 0) return undefined;
  return earlier.find(({ filter, sides = [] }) => {
    const had = [filter, ...sides.map((s) => s.filter)].flatMap(names);
    return wanted.every((name) => had.includes(name));
  });
}
