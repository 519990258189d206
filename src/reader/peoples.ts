import type { ActorCandidate } from '../entities/entity-linker.ts';
import { type Draft, itemsOf } from './draft.ts';
import type { Item } from './item.ts';

/** What hardly anybody but a state does. */
const ofStates = new Set(['airstrike', 'artillery', 'shelling', 'missile', 'security-operation', 'deployment']);
/** No state whose forces these would be. */
const stateless = new Set(['Palestinian Territories']);

/** "Israeli airstrikes in Syria", "frappes israéliennes en Syrie": a people beside what was done did it, where that was elsewhere; the draft with it. */
export function withPeoplesActing(draft: Draft, governmentOf: (country: string) => ActorCandidate): Draft {
  const wheres = itemsOf(draft, 'where');
  const acting = wheres.find((item) => acts(draft, item, wheres));
  const [people] = acting?.value.places ?? [];
  if (!acting || !people) return draft;
  const actor = { said: people.said, candidates: [governmentOf(people.candidates[0]?.name ?? '')] };
  const assumed = { kind: 'name', said: people.said, name: actor.candidates[0]?.name ?? '' };
  const party = { ...acting, cat: 'party', value: { role: 'attacker', all: [actor] }, assumed } as Item;
  // "Russian attacks against Ukraine": what it acts against is a state too.
  const against = (item: Item): boolean =>
    item.cat === 'where' &&
    (draft.chart.at[item.start - 1] ?? []).some(({ cat, value }) => cat === 'against' && value === 'strong');
  const opposed = (item: Item): Item => {
    const [place] = (item as Item<'where'>).value.places;
    const country = place?.candidates[0];
    if (country?.level !== 'country') return item;
    const target = { said: place?.said ?? '', candidates: [governmentOf(country.name)] };
    return { ...item, cat: 'party', value: { role: 'target', all: [target] } } as Item;
  };
  const items = draft.path.items
    .filter((item) => item.cat !== 'vs')
    .map((item) => (item === (acting as Item) ? party : against(item) ? opposed(item) : item));
  return { ...draft, path: { ...draft.path, items } };
}

function acts(draft: Draft, item: Item<'where'>, wheres: readonly Item<'where'>[]): boolean {
  const [people, ...others] = item.value.places;
  const country = people?.candidates[0]?.name;
  if (!people?.people || others.length > 0 || country === undefined || stateless.has(country)) return false;
  const deed = itemsOf(draft, 'kinds').find((k) => beside(draft, k, item));
  if (!deed) return false;
  const elsewhere = wheres.filter((w) => w !== item).flatMap((w) => w.value.places.map((p) => p.candidates[0]));
  return deed.value.some((kind) => ofStates.has(kind))
    ? elsewhere.length > 0
    : elsewhere.some((place) => place && place.country !== country && place.name !== country);
}

/** Adjectives stand before what they are of in English, after it in French and Arabic. */
const beside = ({ language, chart }: Draft, deed: Item, people: Item): boolean => {
  const [before, after] = language === 'en' ? [people, deed] : [deed, people];
  return before.end <= after.start && chart.light.slice(before.end, after.start).every(Boolean);
};
