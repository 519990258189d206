import type { Aspect } from '../incidents/query.ts';
import type { AspectReading } from '../reading/readers/aspect.ts';
import type { AttributionReading } from '../reading/readers/attribution.ts';
import type { Notes } from './draft.ts';
import type { Chart } from './grammar.ts';
import type { Item } from './item.ts';

/** How sure the words are that ask for an aspect. */
const asking = 0.9;
const lessSure: Partial<Record<Aspect, number>> = {
  when: 0.7,
  where: 0.7,
  victims: 0.7,
  motive: 0.75,
  damage: 0.75,
  who: 0.8,
};
const stated = 0.8;

/** What the lexicon's words say of single incidents: what is asked of them, and who claimed, denied or is blamed. */
export function cuesIn(text: string, { at, tokens }: Chart): Pick<Notes, 'aspects' | 'attributions'> {
  const spanOf = (item: Item) => {
    const [start, end] = [tokens[item.start]?.start ?? 0, tokens[item.end - 1]?.end ?? 0];
    return { start, end, words: text.slice(start, end) };
  };
  const all = longest(at.flat().filter((i) => i.cat === 'aspect-cue' || i.cat === 'attribution-cue'));
  return {
    aspects: all
      .filter((i) => i.cat === 'aspect-cue')
      .map(
        (i): AspectReading => ({
          facet: 'aspect',
          value: i.value as Aspect,
          score: lessSure[i.value as Aspect] ?? asking,
          ...spanOf(i),
        }),
      ),
    attributions: all
      .filter((i) => i.cat === 'attribution-cue')
      .map((i): AttributionReading => {
        const value = attributionOf(i.value as string);
        return { facet: 'attribution', value, score: value.asks || value.unless ? 0.95 : stated, ...spanOf(i) };
      }),
  };
}

/** "claimed" says who; "claimed?" asks it; "!claimed" is not said of it by anyone. */
function attributionOf(sense: string): AttributionReading['value'] {
  if (sense.startsWith('!')) return { statuses: [], asks: false, unless: [sense.slice(1)] };
  return { statuses: sense.replace('?', '').split(','), asks: sense.endsWith('?') };
}

const longest = (items: readonly Item[]): Item[] =>
  items.filter(
    (a) => !items.some((b) => b !== a && b.start <= a.start && a.end <= b.end && b.end - b.start > a.end - a.start),
  );
