import type { ActorCandidate } from '../../entities/entity-linker.ts';
import { actorsOf, type Draft, placesOf } from '../draft.ts';
import type { ActorMention, Item } from '../item.ts';
import type { Lookup } from './lookup.ts';
import { mapMentions } from './map-mentions.ts';

/** "Boko Haram" in Nigeria is the Islamic State too, where the question is about such a place. */
export function withNamesakes(draft: Draft, { actor }: Lookup): Draft {
  const countries = placesOf(draft).map(({ candidates: [best] }) => best?.country ?? best?.name);
  const items = draft.path.items.map((item): Item => {
    if (item.cat !== 'party') return item;
    const { all, ...party } = (item as Item<'party'>).value;
    const others = all.flatMap(({ said, candidates: [best] }): ActorMention[] => {
      const also = best?.alsoIn;
      const there =
        also && countries.length > 0 && countries.every((c) => c !== undefined && also.countries.includes(c));
      const other = there ? actor(also.actor) : undefined;
      return other && other.dataNames.length > 0 ? [{ said, candidates: [other] }] : [];
    });
    return others.length ? ({ ...item, value: { ...party, all: [...all, ...others], joint: 'or' } } as Item) : item;
  });
  return { ...draft, path: { ...draft.path, items } };
}

/** A branch that the data does not name is its group, in its own country unless another place is said: "ISWAP" is the Islamic State in Nigeria. */
export function withGroups(draft: Draft, { actor, country }: Lookup): Draft {
  const branches = new Map<ActorMention, ActorCandidate>();
  for (const mention of actorsOf(draft)) {
    const [best] = mention.candidates;
    const group = best && best.dataNames.length === 0 && best.parent ? actor(best.parent) : undefined;
    if (group && group.dataNames.length > 0) branches.set(mention, group);
  }
  if (branches.size === 0) return draft;
  const items = draft.path.items.map((item) =>
    mapMentions(
      item,
      (p) => p,
      (a) => {
        const group = branches.get(a);
        return group ? { ...a, candidates: [group] } : a;
      },
    ),
  );
  const home = placesOf(draft).length
    ? undefined
    : [...branches.keys()].map((a) => a.candidates[0]?.country).find((c) => c !== undefined);
  const place = home === undefined ? undefined : country(home);
  const at = items.at(-1)?.end ?? 0;
  const where = {
    cat: 'where',
    value: { relation: 'in', places: [{ said: home, candidates: [place] }] },
    start: at,
    end: at,
    score: 0,
    features: [],
  };
  return { ...draft, path: { ...draft.path, items: place ? [...items, where as unknown as Item] : items } };
}
