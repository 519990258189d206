import type { VocabularyPlace } from '../incidents/data-profile.ts';
import { memoize } from '../kernel/memoize.ts';
import { fold, foldWithoutPlaceType } from '../kernel/normalise.ts';
import { isOneEdit } from './fuzzy-rank.ts';
import type { PlaceRow, PlaceStore } from './gazetteer/store.ts';
import { entityKey } from './key.ts';
import { phoneticKey } from './phonetic-key.ts';

type Level = VocabularyPlace['level'];

export interface DataPlace extends VocabularyPlace {
  /** `data:LEVEL:COUNTRY:NAME`. */
  key: string;
  /** ISO code of the country, where its name is known. */
  code: string | undefined;
  folded: string;
  skeleton: string;
}

/** What the data itself names, ready to be linked to the gazetteer. */
export interface DataPlaces {
  /** By folded name without the words that say its kind. */
  byName(folded: string): DataPlace[];
  byKey(key: string): DataPlace | undefined;
  /** The place under each way in which the data writes it: "Homs Governorate" and "Homs governorate" are one. */
  written(place: DataPlace): DataPlace[];
  byPhoneticKey(skeletons: string[]): DataPlace[];
  /** Those whose name is one slip away from what was written. */
  oneEditAway(written: string): DataPlace[];
  country(code: string): { names: string[]; incidents: number };
  /** The data places of this level that are the gazetteer's place, by any of its names. */
  linked(row: PlaceRow, names: string[]): DataPlace[];
}

const dataLevel: Record<PlaceRow['level'], Level | undefined> = {
  'world-region': undefined,
  country: 'country',
  region: undefined,
  admin1: 'admin1',
  admin2: 'admin2',
  town: 'place',
  site: 'place',
};
const townKm = 30;

/** "Myanmar (Burma)", "Yemen (North Yemen)", "DR Congo (Zaire)": either name may be the known one. */
function codeOf(country: string, store: PlaceStore): string | undefined {
  const variants = [country, country.replace(/\s*\([^)]*\)/, ''), country.match(/\(([^)]*)\)/)?.[1] ?? ''];
  for (const variant of variants) {
    const row = variant && store.exact(fold(variant)).find((p) => p.level === 'country');
    if (row) return row.country;
  }
  return undefined;
}

export const placeKey = ({ level, country, name }: VocabularyPlace): string => entityKey('data', level, country, name);

/** Of a province the word for its kind may differ ("Bago division" became "Bago region"); of other places, marks and case. */
function isWrittenSo(place: DataPlace, other: DataPlace): boolean {
  const sameCountry = place.code === undefined ? place.country === other.country : place.code === other.code;
  const sameName = place.level === 'admin1' || fold(place.name) === fold(other.name);
  const near = place.level !== 'place' || km(place, other) <= townKm;
  return place.level === other.level && sameCountry && sameName && near;
}

/** What the data names, by the ways in which it is looked for; `learn` takes in only what is not held yet. */
export function createDataPlaces(store: PlaceStore): DataPlaces & { learn(told: readonly VocabularyPlace[]): void } {
  const held = new Map<VocabularyPlace, DataPlace>();
  const keyed = new Map<string, DataPlace>();
  const [byName, bySkeleton, byCountry] = [createLists(), createLists(), createLists()];
  const codeOfCountry = memoize((country: string) => codeOf(country, store));

  function listsOf({ level, code, folded, skeleton: key }: DataPlace) {
    const countries = level === 'country' && code ? [[byCountry, code] as const] : [];
    return [[byName, folded] as const, [bySkeleton, key] as const, ...countries];
  }
  function add(told: VocabularyPlace): void {
    const folded = foldWithoutPlaceType(told.name);
    const code = told.country === null ? undefined : codeOfCountry(told.country);
    const key = placeKey(told);
    const place = { ...told, key, code, folded, skeleton: phoneticKey(folded) };
    held.set(told, place);
    keyed.set(key, place);
    for (const [lists, key] of listsOf(place)) lists.add(key, place);
  }
  function forget(told: VocabularyPlace, place: DataPlace): void {
    held.delete(told);
    if (keyed.get(place.key) === place) keyed.delete(place.key);
    for (const [lists, key] of listsOf(place)) lists.remove(key, place);
  }
  return {
    learn: (told) => {
      const present = new Set(told);
      for (const [one, place] of held) if (!present.has(one)) forget(one, place);
      for (const one of told) if (!held.has(one)) add(one);
    },
    byName: (folded) => byName.of(folded),
    byKey: (key) => keyed.get(key),
    written: (place) => byName.of(place.folded).filter((other) => isWrittenSo(place, other)),
    byPhoneticKey: (skeletons) => skeletons.flatMap((s) => bySkeleton.of(s)),
    oneEditAway: (written) => [...held.values()].filter((p) => p.level !== 'country' && isOneEdit(written, p.folded)),
    country: (code) => ({
      names: byCountry.of(code).map((p) => p.name),
      incidents: byCountry.of(code).reduce((n, p) => n + p.incidents, 0),
    }),
    linked: (row, names) => linked(row, names, byName.of, bySkeleton.of),
  };
}

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

type Lists = (key: string) => DataPlace[];

function linked(row: PlaceRow, names: string[], byName: Lists, bySkeleton: Lists): DataPlace[] {
  const level = dataLevel[row.level];
  const folds = new Set([fold(row.name), foldWithoutPlaceType(row.name), ...names, ...names.map(foldWithoutPlaceType)]);
  const same = [...folds].flatMap(byName).filter((p) => p.level === level && p.code === row.country);
  // A province that the data spells in a way no gazetteer has: the same consonants in the same country.
  if (level === 'admin1' && same.length === 0)
    return bySkeleton(phoneticKey(foldWithoutPlaceType(row.name))).filter(
      (p) => p.level === 'admin1' && p.code === row.country && p.skeleton.length > 1,
    );
  return level === 'place' ? same.filter((p) => km(row, p) <= townKm) : same;
}

/** Kilometres between two places; 0 where one has no position. */
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
