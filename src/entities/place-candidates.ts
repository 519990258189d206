import { editDistance } from '../kernel/edit-distance.ts';
import type { DataPlace, DataPlaces } from './data-places.ts';
import { isOneEdit, oneEditScore, type Scored } from './fuzzy-rank.ts';
import type { NamedPlace, PlaceStore } from './gazetteer/store.ts';
import { oneEditFrom } from './one-edit.ts';
import { hasNoVowels, keysWithinOneDeletion, phoneticKey, soundKey, transliterate } from './phonetic-key.ts';

/** A name of a place of the gazetteer or of the data. */
interface PlaceNameMatch {
  fold: string;
  row?: NamedPlace;
  own?: DataPlace;
}

type Match = Scored<PlaceNameMatch>;

const mostRows = 6;
/** From this similarity on, nothing further is looked for. */
const closeEnough = 0.85;
/** Of letters or sounds, a larger share may not differ. */
const mostDifferent = 0.4;

/**
 * Names similar to a folded name, best first: those of the data and of countries, provinces and larger towns that are
 * one edit away; if there are none, the data's names with the same consonants or all but one; if none of these is close
 * enough, the gazetteer's names, likewise.
 */
export function similarPlaceNames(folded: string, store: PlaceStore, data: DataPlaces): Match[] {
  const letters = transliterate(folded);
  // What another script spells is not one letter from what it is in Latin ones.
  const oneEdit = letters === folded ? oneEditMatches(letters, store, data) : [];
  if (oneEdit.length) return oneEdit;
  const lesser = letters === folded ? lesserOneEditMatches(letters, store) : [];
  const keys = keysWithinOneDeletion(phoneticKey(folded));
  const own = data
    .byPhoneticKey(keys)
    .filter((p) => p.level !== 'country')
    .map((own) => ({ fold: own.folded, own }));
  const known = rankByLettersAndSound(letters, folded, own);
  if ((known[0]?.similarity ?? 0) >= closeEnough) return known;
  // Two consonants say little, and very many names have them.
  const telling = keys.filter((one, i) => i === 0 || one.length > 2);
  const rows = store
    .byPhoneticKey(telling, letters.length, letters === folded ? 5000 : -1)
    .map((row) => ({ fold: row.fold, row }));
  return [...known, ...lesser, ...rankByLettersAndSound(letters, folded, rows)].sort(bySimilarity);
}

/** Any places of the gazetteer one edit away. */
function lesserOneEditMatches(letters: string, store: PlaceStore): Match[] {
  if (letters.length < 5) return [];
  const near = new Set([...oneEditFrom(letters)].filter((name) => store.mayHave(name)));
  return [...near]
    .flatMap((name) =>
      store
        .exact(name)
        .slice(0, mostRows)
        .map((row) => ({ ...row, fold: name })),
    )
    .map((row) => ({ item: { fold: row.fold, row }, similarity: oneEditScore }));
}

const bySimilarity = (a: Match, b: Match) => b.similarity - a.similarity;

/** Share of letters that two texts have in common, from 0 to 1. */
function likeness(text: string, name: string): number {
  const length = Math.max(text.length, name.length);
  const limit = Math.floor(length * mostDifferent);
  const distance = editDistance(text, name, limit);
  return distance > limit ? 0 : 1 - distance / length;
}

/** Ranked by letters and by sound, whichever is better; for Arabic script equal consonants are enough. */
function rankByLettersAndSound(letters: string, folded: string, near: readonly PlaceNameMatch[]): Match[] {
  const sound = soundKey(folded);
  const key = hasNoVowels(folded) ? phoneticKey(folded) : '';
  const scoreOf = (item: PlaceNameMatch): number => {
    if (isOneEdit(letters, item.fold)) return oneEditScore;
    const said = soundKey(item.fold);
    const bySound = said === sound ? 0.91 : likeness(sound, said) * 0.95;
    const byKey = item.own && key.length > 2 && phoneticKey(item.fold) === key ? 0.87 : 0;
    return Math.max(likeness(letters, item.fold), bySound, byKey);
  };
  return near
    .map((item) => ({ item, similarity: scoreOf(item) }))
    .filter(({ similarity }) => similarity > 0)
    .sort(bySimilarity);
}

/** Places of the data, and countries, provinces, regions and larger towns, one edit away. */
function oneEditMatches(letters: string, store: PlaceStore, data: DataPlaces): Match[] {
  if (letters.length < 4) return [];
  const own = data.oneEditAway(letters).map((place) => ({ fold: place.folded, own: place }));
  const rows = store
    .wellKnownNear(letters)
    .filter((name) => isOneEdit(letters, name))
    .flatMap((name) => store.wellKnown(name).map((row) => ({ ...row, fold: name })))
    .slice(0, mostRows)
    .map((row) => ({ fold: row.fold, row }));
  return [...own, ...rows].map((item) => ({ item, similarity: oneEditScore }));
}
