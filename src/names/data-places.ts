import type { Vocabulary, VocabularyPlace } from '../incidents/held-data.ts';
import { bare, fold } from './fold.ts';
import { skeleton } from './skeleton.ts';
import { oneSlip } from './slip.ts';
import type { PlaceRow, PlaceStore } from './store.ts';

type Level = VocabularyPlace['level'];

export interface DataPlace extends VocabularyPlace {
  /** ISO code of the country, where its name is known. */
  code: string | undefined;
  folded: string;
  skeleton: string;
}

/** What the data itself names, ready to be linked to the gazetteer. */
export interface DataPlaces {
  /** By folded name without the words that say its kind. */
  named(folded: string): DataPlace[];
  alike(skeletons: string[]): DataPlace[];
  /** Those whose name is one slip away from what was written. */
  slips(written: string): DataPlace[];
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

export function dataPlaces(vocabulary: Vocabulary, store: PlaceStore): DataPlaces {
  const codes = new Map(
    vocabulary.places.filter((p) => p.level === 'country').map((p) => [p.name, codeOf(p.name, store)]),
  );
  const places = vocabulary.places.map((p): DataPlace => {
    const folded = bare(p.name);
    return { ...p, code: codes.get(p.country ?? ''), folded, skeleton: skeleton(folded) };
  });
  const byName = Map.groupBy(places, (p) => p.folded);
  const bySkeleton = Map.groupBy(places, (p) => p.skeleton);
  const byCountry = Map.groupBy(
    places.filter((p) => p.level === 'country' && p.code),
    (p) => p.code as string,
  );
  const provinces = places.filter((p) => p.level === 'admin1');
  return {
    named: (folded) => byName.get(folded) ?? [],
    alike: (skeletons) => skeletons.flatMap((s) => bySkeleton.get(s) ?? []),
    slips: (written) => places.filter((p) => p.level !== 'country' && oneSlip(written, p.folded)),
    country: (code) => ({
      names: byCountry.get(code)?.map((p) => p.name) ?? [],
      incidents: byCountry.get(code)?.reduce((n, p) => n + p.incidents, 0) ?? 0,
    }),
    linked: (row, names) => linked(row, names, byName, provinces),
  };
}

function linked(row: PlaceRow, names: string[], byName: Map<string, DataPlace[]>, provinces: DataPlace[]): DataPlace[] {
  const level = dataLevel[row.level];
  const folds = new Set([fold(row.name), bare(row.name), ...names, ...names.map(bare)]);
  const same = [...folds]
    .flatMap((f) => byName.get(f) ?? [])
    .filter((p) => p.level === level && p.code === row.country);
  // A province that the data spells in a way no gazetteer has: the same consonants in the same country.
  if (level === 'admin1' && same.length === 0)
    return provinces.filter(
      (p) => p.code === row.country && p.skeleton.length > 1 && p.skeleton === skeleton(bare(row.name)),
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
