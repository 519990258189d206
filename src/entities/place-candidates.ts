import type { DataPlace, DataPlaces } from './data-places.ts';
import { isOneEdit, oneEditScore, rankBySimilarity, type Scored } from './fuzzy-rank.ts';
import type { NamedPlace, PlaceStore } from './gazetteer/store.ts';
import { hasNoVowels, keysWithinOneDeletion, phoneticKey, soundKey, transliterate } from './phonetic-key.ts';

const maxShortlist = 120;

/** A name of a place of the gazetteer or of the data. */
export interface PlaceNameMatch {
  fold: string;
  row?: NamedPlace;
  own?: DataPlace;
}

/**
 * Names similar to a folded name, best first: those with the same consonants or all but one; if none scores 0.88, also
 * larger places and places of the data one edit away.
 */
export function similarPlaceNames(folded: string, store: PlaceStore, data: DataPlaces): Scored<PlaceNameMatch>[] {
  const keys = keysWithinOneDeletion(phoneticKey(folded));
  const near: PlaceNameMatch[] = [
    ...store.byPhoneticKey(keys).map((row) => ({ fold: row.fold, row })),
    ...data
      .byPhoneticKey(keys)
      .filter((p) => p.level !== 'country')
      .map((own) => ({ fold: own.folded, own })),
  ];
  const first = rankByLettersAndSound(folded, near);
  return (first[0]?.similarity ?? 0) >= 0.88 || folded.length < 5
    ? first
    : [...oneEditMatches(folded, store, data), ...first];
}

/** Ranked by letters and by sound, whichever is better; for Arabic script equal consonants are enough. */
function rankByLettersAndSound(folded: string, near: PlaceNameMatch[]): Scored<PlaceNameMatch>[] {
  const [letters, sound] = [transliterate(folded), soundKey(folded)];
  const bySound = near.map((item) => ({ fold: soundKey(item.fold), item }));
  const rankedBySound = rankBySimilarity(sound, bySound, maxShortlist).map(({ item, similarity }) => ({
    item: item.item,
    similarity: item.fold === sound ? 0.91 : similarity * 0.95,
  }));
  const best = new Map<PlaceNameMatch, number>();
  for (const { item, similarity } of [...rankBySimilarity(letters, near, maxShortlist), ...rankedBySound])
    best.set(item, Math.max(similarity, best.get(item) ?? 0));
  for (const item of near)
    if (isOneEdit(letters, item.fold)) best.set(item, Math.max(oneEditScore, best.get(item) ?? 0));
  if (hasNoVowels(folded)) {
    const key = phoneticKey(folded);
    for (const item of near)
      if (item.own && key.length > 2 && phoneticKey(item.fold) === key)
        best.set(item, Math.max(0.87, best.get(item) ?? 0));
  }
  return [...best].map(([item, similarity]) => ({ item, similarity })).sort((a, b) => b.similarity - a.similarity);
}

/** Places of the data and larger places one edit away, even if their consonants differ. */
const oneEditMatches = (folded: string, store: PlaceStore, data: DataPlaces): Scored<PlaceNameMatch>[] => {
  const letters = transliterate(folded);
  const own = data
    .oneEditAway(letters)
    .map((place) => ({ item: { fold: place.folded, own: place }, similarity: oneEditScore }));
  const larger = store
    .byNearPhoneticKey(phoneticKey(folded), letters.length)
    .filter((row) => isOneEdit(letters, row.fold))
    .map((row) => ({ item: { fold: row.fold, row }, similarity: oneEditScore }));
  return [...own, ...larger];
};
