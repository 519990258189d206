import { editDistance } from '../kernel/edit-distance.ts';
import type { DataPlace, DataPlaces } from './data-places.ts';
import { isOneEdit, oneEditScore, type Scored } from './fuzzy-rank.ts';
import type { NamedPlace, PlaceStore } from './gazetteer/store.ts';
import { oneEditFrom } from './one-edit.ts';
import { keysWithinOneDeletion, phoneticKey, soundKey, transliterate } from './phonetic-key.ts';
import { hasNoVowels, spelledInArabic, spellingsOf } from './spellings.ts';

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
const spelledOut = 0.93;
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
  const lesser = letters === folded ? lesserOneEditMatches(letters, store) : [];
  if (oneEdit.length) return [...oneEdit, ...lesser];
  const spellings = spellingsOf(folded);
  const exact = [...new Set(spellings.map(phoneticKey))];
  const keys = [...new Set([...exact, ...keysWithinOneDeletion(phoneticKey(folded))])];
  const rank = rankBySpelling(folded, spellings);
  const own = data
    .byPhoneticKey(keys)
    .filter((p) => p.level !== 'country')
    .map((own) => ({ fold: own.folded, own }));
  const known = rank(own);
  if ((known[0]?.similarity ?? 0) >= (hasNoVowels(folded) ? spelledOut : closeEnough)) return known;
  // Two consonants say little, and very many names have them.
  const telling = keys.slice(exact.length).filter((key) => key.length > 2);
  const lengths = spellings.map((spelling) => spelling.length);
  const shape = {
    shortest: Math.min(...lengths) - 2,
    longest: Math.max(...lengths) + (hasNoVowels(folded) ? 4 : 2),
    population: letters === folded ? 5000 : -1,
  };
  const rows = store.byPhoneticKey(exact, telling, shape).map((row) => ({ fold: row.fold, row }));
  return [...known, ...lesser, ...rank(rows)].sort(bySimilarity);
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

/** Ranks names by letters and by sound, whichever is nearer in any spelling; what is written in Arabic by what it may spell. */
function rankBySpelling(folded: string, spellings: readonly string[]): (near: readonly PlaceNameMatch[]) => Match[] {
  const written = spellings.map((spelling) => ({ spelling, sound: soundKey(spelling) }));
  const inLatin = (name: string): number => {
    const said = soundKey(name);
    const byLetters = written.map(({ spelling, sound }) =>
      isOneEdit(spelling, name)
        ? oneEditScore
        : Math.max(likeness(spelling, name), said === sound ? 0.91 : likeness(sound, said) * 0.95),
    );
    return Math.max(...byLetters);
  };
  const scoreOf = hasNoVowels(folded) ? spelledInArabic(folded) : inLatin;
  return (near) =>
    near
      .map((item) => ({ item, similarity: scoreOf(item.fold) }))
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
