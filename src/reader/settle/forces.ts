import type { ActorCandidate } from '../../entities/entity-linker.ts';
import { actorsOf, type Draft, placesOf } from '../draft.ts';
import type { Item } from '../item.ts';
import { mapMentions } from './map-mentions.ts';

/** "the army" is that of the only country that the question is about; else its words are left unread. */
export function withForces(draft: Draft, governmentOf: (country: string) => ActorCandidate): Draft {
  if (actorsOf(draft).every(({ candidates }) => candidates.length > 0)) return draft;
  const told = [...placesOf(draft), ...actorsOf(draft)].flatMap(({ candidates: [best] }) => best?.country ?? []);
  const [country, ...others] = new Set(told);
  const government = country !== undefined && others.length === 0 ? governmentOf(country) : undefined;
  const items = draft.path.items.flatMap((item): Item[] => {
    const whole = mapMentions(
      item,
      (p) => p,
      (a) => (a.candidates.length || !government ? a : { ...a, candidates: [government] }),
    );
    const actors = actorsOf({ ...draft, path: { ...draft.path, items: [whole] } });
    const known = actors.filter((a) => a.candidates.length > 0);
    if (known.length === actors.length) return [whole];
    return known.length ? [{ ...whole, cat: 'party', value: { role: 'either', all: known } } as Item] : [];
  });
  const left = draft.path.items.filter((item) => !items.some((i) => i.start === item.start));
  const skipped = [
    ...draft.path.skipped,
    ...left.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
  ];
  return { ...draft, path: { ...draft.path, items, skipped } };
}
