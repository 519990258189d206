import type { Reading } from '../reading/span.ts';
import { type Draft, wordsOf } from './draft.ts';
import type { Item } from './item.ts';

/** The facet of an answer's explanation that each category belongs to. */
const facets: Record<string, string> = {
  time: 'period',
  times: 'period',
  where: 'place',
  party: 'actor',
  pair: 'actor',
  kinds: 'eventType',
  excluded: 'place',
  harm: 'quantity',
  people: 'quantity',
  count: 'measure',
  measure: 'measure',
  grouping: 'grouping',
  'loose-unit': 'grouping',
  ends: 'order',
  ascending: 'order',
  limit: 'limit',
  threshold: 'threshold',
  distance: 'distance',
  precision: 'precision',
  source: 'source',
  asOf: 'asOf',
  changes: 'changes',
  review: 'review',
  object: 'text',
};

/** The name alone where it stands in its place, without the word before it. */
function saidOf(item: Item): string | undefined {
  const { relation, places } = item.cat === 'where' ? (item as Item<'where'>).value : {};
  return relation === 'in' && places?.length === 1 ? places[0]?.said : undefined;
}

/** Every part of the question as it was read, for "why?"; names with what they were taken for. */
export function readingsOf(draft: Draft): Reading[] {
  const parts = draft.path.items.flatMap((item) => {
    const facet = facets[item.cat];
    if (!facet) return [];
    const [start, end] = [draft.tokens[item.start]?.start ?? 0, draft.tokens[item.end - 1]?.end ?? 0];
    return [
      {
        facet,
        value: meaningOf(item),
        words: saidOf(item) ?? wordsOf(draft, item),
        start,
        end,
        score: item.score,
        ...(item.assumed ? { assumed: item.assumed } : {}),
      },
    ];
  });
  const notes = [...draft.notes.aspects, ...draft.notes.attributions, ...draft.notes.texts].filter(
    (r) => !parts.some((p) => p.start < r.end && r.start < p.end && p.words.length >= r.words.length),
  );
  return [...parts, ...notes].sort((a, b) => a.start - b.start);
}

function meaningOf(item: Item): unknown {
  switch (item.cat) {
    case 'where':
      return (item as Item<'where'>).value.places[0] ?? {};
    case 'party':
      return (item as Item<'party'>).value.all[0] ?? {};
    case 'pair':
      return (item as Item<'pair'>).value[0] ?? {};
    case 'excluded': {
      const { places, actors } = (item as Item<'excluded'>).value;
      return places?.places[0] ?? actors?.[0] ?? {};
    }
    case 'times':
      return (item as Item<'times'>).value.all[0];
    default:
      return item.value;
  }
}
