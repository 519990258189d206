import { isWide, type PlaceCandidate } from '../../entities/entity-linker.ts';
import { actorsOf, type Draft, placesOf } from '../draft.ts';
import type { ActorMention, Item, PlaceMention } from '../item.ts';
import { mapMentions } from './map-mentions.ts';

/** Puts first, for each name, what lies in a country that the question names besides; returns the draft with it. */
export function inCountries(draft: Draft): Draft {
  // "Lebanon, Tripoli" is a list, whose members say nothing of one another.
  const apart = draft.path.items.flatMap((i) =>
    i.cat === 'where' && (i as Item<'where'>).value.places.length === 1 ? (i as Item<'where'>).value.places : [],
  );
  const countries = new Set(
    apart.flatMap(({ candidates: [best] }) => (best && best.level === 'country' ? [best.countryCode] : [])),
  );
  const places = placesOf(draft).filter(({ candidates: [best] }) => best && !isWide(best));
  const held = new Set([...countries, ...(countries.size ? [] : sharedCountry(places))]);
  if (held.size === 0 && actorsOf(draft).length === 0) return draft;
  const names = new Set(placesOf(draft).flatMap(({ candidates: [best] }) => best?.country ?? []));
  const ofPlace = (p: PlaceMention): PlaceMention =>
    narrowed(p, (c: PlaceCandidate) => isWide(c) || held.has(c.countryCode));
  const ofActor = (a: ActorMention): ActorMention =>
    narrowed(a, (c) => c.score > 0.9 && c.country !== undefined && names.has(c.country));
  return {
    ...draft,
    path: { ...draft.path, items: draft.path.items.map((item) => mapMentions(item, ofPlace, ofActor)) },
  };
}

/** Several towns said together are of one country, if there is one that has them all. */
function sharedCountry(places: readonly PlaceMention[]): string[] {
  const [first, ...rest] = places;
  if (!first || rest.length === 0) return [];
  const all = first.candidates.filter((c) => c.incidents > 0).map((c) => c.countryCode);
  const shared = all.find((code) =>
    rest.every((p) => p.candidates.some((c) => c.countryCode === code && c.incidents > 0)),
  );
  return shared ? [shared] : [];
}

/** Candidates that fit, if there are any, else all. */
function narrowed<M extends { candidates: { key: string }[] }>(
  mention: M,
  fits: (c: M['candidates'][number]) => boolean,
): M {
  const best = mention.candidates[0];
  if (!best || mention.candidates.length < 2 || fits(best)) {
    const held = mention.candidates.filter(fits);
    return held.length && held.length < mention.candidates.length ? { ...mention, candidates: held } : mention;
  }
  const held = mention.candidates.filter(fits);
  return held.length ? { ...mention, candidates: held } : mention;
}
