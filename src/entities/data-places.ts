import type { VocabularyPlace } from '../incidents/data-profile.ts';
import { memoize } from '../kernel/memoize.ts';
import { fold, foldWithoutPlaceType } from '../kernel/normalise.ts';
import type { PlaceStore } from './gazetteer/store.ts';
import { entityKey } from './key.ts';
import { createNearNames } from './near-names.ts';
import { phoneticKey } from './phonetic-key.ts';

export interface DataPlace extends VocabularyPlace {
  /** `data:LEVEL:COUNTRY:NAME`. */
  key: string;
  /** ISO 3166 alpha-2 code of the country, if its name is known. */
  code: string | undefined;
  folded: string;
  phoneticKey: string;
}

/** Places that the data names, ready to be joined with the gazetteer. */
export interface DataPlaces {
  /** By folded name without the word for its kind ("province"). */
  byName(folded: string): DataPlace[];
  /** Whether `byName` finds any. */
  mayHave(folded: string): boolean;
  byKey(key: string): DataPlace | undefined;
  /** All spellings of the place in the data: "Homs Governorate" and "Homs governorate" are one place. */
  spellings(place: DataPlace): DataPlace[];
  byPhoneticKey(keys: string[]): DataPlace[];
  /** Places, except countries, whose name is one edit away (Damerau-Levenshtein) from a folded name. */
  oneEditAway(folded: string): DataPlace[];
  /** Towns within some kilometres of a position in degrees. */
  within(centre: { lat: number | null; lon: number | null }, radiusKm: number): DataPlace[];
  /** The country with this ISO code, by all names that the data has for it. */
  country(code: string): DataPlace[];
}

/** Towns of one name further apart are different ones. */
export const townKm = 30;

/** "Myanmar (Burma)", "Yemen (North Yemen)", "DR Congo (Zaire)": either name may be the known one. */
function codeOf(country: string, store: PlaceStore): string | undefined {
  const variants = [
    country,
    country.replace(/\s*\([^)]*\)/, ''),
    country.match(/\(([^)]*)\)/)?.[1] ?? '',
    country.replace(/,.*/, ''),
  ];
  for (const variant of variants) {
    const row = variant && store.exact(fold(variant)).find((p) => p.level === 'country');
    if (row) return row.country;
  }
  return undefined;
}

/** The key of a place that the data names: `data:LEVEL:COUNTRY:NAME`. */
export const placeKey = ({ level, country, name }: VocabularyPlace): string => entityKey('data', level, country, name);

/** Whether two places of the data are one: provinces may differ in the word for their kind ("Bago division", "Bago region"), others only in accents and case. */
function isSpellingOf(place: DataPlace, other: DataPlace): boolean {
  const sameCountry = place.code === undefined ? place.country === other.country : place.code === other.code;
  const sameName = place.level === 'admin1' || fold(place.name) === fold(other.name);
  const near = place.level !== 'place' || km(place, other) <= townKm;
  return place.level === other.level && sameCountry && sameName && near;
}

/** The folded names in a name that has two: "Tadmur/Palmyra town" is Tadmur and Palmyra. */
export const namesIn = (name: string): string[] =>
  name.includes('/')
    ? name
        .split('/')
        .map(foldWithoutPlaceType)
        .filter((one) => one.length > 2)
    : [];

/** Index of the places that the data names; `learn` updates it to a vocabulary, adding and removing only what changed. */
export function createDataPlaces(
  store: PlaceStore,
): DataPlaces & { learn(vocabulary: readonly VocabularyPlace[]): void } {
  const held = new Map<VocabularyPlace, DataPlace>();
  const keyed = new Map<string, DataPlace>();
  const [byName, byConsonants, byCountry] = [createLists(), createLists(), createLists()];
  let near: ReturnType<typeof createNearNames<{ fold: string; place: DataPlace }>> | undefined;
  const codeOfCountry = memoize((country: string) => codeOf(country, store));

  function listsOf({ level, code, folded, phoneticKey: key, name }: DataPlace) {
    const countries = level === 'country' && code ? [[byCountry, code] as const] : [];
    const names = [...new Set([folded, ...namesIn(name)])].map((one) => [byName, one] as const);
    return [...names, [byConsonants, key] as const, ...countries];
  }
  function add(source: VocabularyPlace): void {
    const folded = foldWithoutPlaceType(source.name);
    const code = source.country === null ? undefined : codeOfCountry(source.country);
    const key = placeKey(source);
    const place = { ...source, key, code, folded, phoneticKey: phoneticKey(folded) };
    held.set(source, place);
    keyed.set(key, place);
    for (const [lists, key] of listsOf(place)) lists.add(key, place);
  }
  function forget(source: VocabularyPlace, place: DataPlace): void {
    held.delete(source);
    if (keyed.get(place.key) === place) keyed.delete(place.key);
    for (const [lists, key] of listsOf(place)) lists.remove(key, place);
  }
  return {
    learn: (vocabulary) => {
      near = undefined;
      const present = new Set(vocabulary);
      for (const [one, place] of held) if (!present.has(one)) forget(one, place);
      for (const one of vocabulary) if (!held.has(one)) add(one);
    },
    byName: (folded) => byName.of(folded),
    byKey: (key) => keyed.get(key),
    spellings: (place) => byName.of(place.folded).filter((other) => isSpellingOf(place, other)),
    byPhoneticKey: (keys) => keys.flatMap((key) => byConsonants.of(key)),
    mayHave: (folded) => byName.of(folded).length > 0,
    oneEditAway: (folded) => {
      near ??= createNearNames(
        [...held.values()].filter((p) => p.level !== 'country').map((place) => ({ fold: place.folded, place })),
      );
      return near(folded).map(({ place }) => place);
    },
    within: (centre, radiusKm) => [...held.values()].filter((p) => isTownWithin(p, centre, radiusKm)),
    country: (code) => byCountry.of(code),
  };
}

type Position = Parameters<typeof km>[0];

const isTownWithin = (place: DataPlace, centre: Position, radiusKm: number): boolean =>
  place.level === 'place' &&
  place.lat !== null &&
  Math.abs(place.lat - (centre.lat ?? 0)) * 111 <= radiusKm &&
  km(place, centre) <= radiusKm;

function createLists() {
  const lists = new Map<string, DataPlace[]>();
  return {
    of: (key: string): DataPlace[] => lists.get(key) ?? [],
    add(key: string, place: DataPlace): void {
      const list = lists.get(key);
      if (list) list.push(place);
      else lists.set(key, [place]);
    },
    remove(key: string, place: DataPlace): void {
      const rest = lists.get(key)?.filter((p) => p !== place) ?? [];
      if (rest.length) lists.set(key, rest);
      else lists.delete(key);
    },
  };
}

/** Great-circle distance in kilometres (haversine) between two positions in degrees; 0 if one is unknown. */
export function km(
  a: { lat: number | null; lon: number | null },
  b: { lat: number | null; lon: number | null },
): number {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return 0;
  const r = Math.PI / 180;
  const s =
    Math.sin(((b.lat - a.lat) * r) / 2) ** 2 +
    Math.cos(a.lat * r) * Math.cos(b.lat * r) * Math.sin(((b.lon - a.lon) * r) / 2) ** 2;
  return 12742 * Math.asin(Math.sqrt(s));
}
