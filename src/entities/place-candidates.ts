import type { DataPlace, DataPlaces } from './data-places.ts';
import { bestBySimilarity, isOneEdit, oneEditScore, type Similar } from './fuzzy-rank.ts';
import type { NamedPlace, PlaceStore } from './gazetteer/store.ts';
import { hasNoVowels, latin, phoneticKey, soundKey, variantsOf } from './phonetic-key.ts';

const shortlist = 120;

/** A name of a place of the gazetteer or of the data. */
export interface PlaceNameMatch {
  fold: string;
  row?: NamedPlace;
  own?: DataPlace;
}

/** Names like the words, best first: the same consonants, one of them dropped, or a slip in the name of a larger place. */
export function similarPlaceNames(folded: string, store: PlaceStore, data: DataPlaces): Similar<PlaceNameMatch>[] {
  const keys = variantsOf(phoneticKey(folded));
  const near: PlaceNameMatch[] = [
    ...store.byPhoneticKey(keys).map((row) => ({ fold: row.fold, row })),
    ...data
      .byPhoneticKey(keys)
      .filter((p) => p.level !== 'country')
      .map((own) => ({ fold: own.folded, own })),
  ];
  const first = alikeInSound(folded, near);
  return (first[0]?.similarity ?? 0) >= 0.88 || folded.length < 5 ? first : [...slipsOf(folded, store, data), ...first];
}

/** By letters and by sound, the better of both; where vowels are not written, the same consonants are enough. */
function alikeInSound(folded: string, near: PlaceNameMatch[]): Similar<PlaceNameMatch>[] {
  const [written, said] = [latin(folded), soundKey(folded)];
  const bySound = near.map((item) => ({ fold: soundKey(item.fold), item }));
  const heard = bestBySimilarity(said, bySound, shortlist).map(({ item, similarity }) => ({
    item: item.item,
    similarity: item.fold === said ? 0.91 : similarity * 0.95,
  }));
  const best = new Map<PlaceNameMatch, number>();
  for (const { item, similarity } of [...bestBySimilarity(written, near, shortlist), ...heard])
    best.set(item, Math.max(similarity, best.get(item) ?? 0));
  for (const item of near)
    if (isOneEdit(written, item.fold)) best.set(item, Math.max(oneEditScore, best.get(item) ?? 0));
  if (hasNoVowels(folded)) {
    const key = phoneticKey(folded);
    for (const item of near)
      if (item.own && key.length > 2 && phoneticKey(item.fold) === key)
        best.set(item, Math.max(0.87, best.get(item) ?? 0));
  }
  return [...best].map(([item, similarity]) => ({ item, similarity })).sort((a, b) => b.similarity - a.similarity);
}

/** Places of the data, and larger places, one slip away, whose consonants differ too. */
const slipsOf = (folded: string, store: PlaceStore, data: DataPlaces): Similar<PlaceNameMatch>[] => {
  const written = latin(folded);
  const own = data
    .oneEditAway(written)
    .map((place) => ({ item: { fold: place.folded, own: place }, similarity: oneEditScore }));
  const larger = store
    .byNearPhoneticKey(phoneticKey(folded), written.length)
    .filter((row) => isOneEdit(written, row.fold))
    .map((row) => ({ item: { fold: row.fold, row }, similarity: oneEditScore }));
  return [...own, ...larger];
};
