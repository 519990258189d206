import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { phoneticKey } from '../phonetic-key.ts';
import { nameHashes } from './name-hashes.ts';
import { foldsOf, readPlaces } from './places.ts';
import type { PlaceRow, PlaceStore } from './store.ts';
import { isWellKnown } from './store-fill.ts';

const hashesFile = new URL('../../../data/gazetteer-names.br', import.meta.url);

/** Look-ups that need no index. */
export type ShippedPlaces = Pick<
  PlaceStore,
  'exact' | 'mayHave' | 'wellKnown' | 'place' | 'provinces' | 'provincesOf' | 'namesOf'
>;

const mostExact = 80;
const mostProvinces = 5;
const isSmall = ({ level }: PlaceRow) => (level === 'town' || level === 'admin2' ? 1 : 0);

/**
 * Looks names up in the shipped gazetteer itself, by the shipped hashes of its names: opened in a moment, and the same
 * answers as from the index, more slowly.
 */
export function openShippedPlaces(): ShippedPlaces {
  const { row, level, shipped, count } = readPlaces();
  const { rowsWith } = nameHashes(brotliDecompressSync(readFileSync(hashesFile)));
  const curated = new Map<string, number[]>();
  for (let id = 0; id < count; id++) {
    if (id === shipped.from) id = shipped.to;
    if (id < count) for (const fold of foldsOf(row(id))) curated.set(fold, [...(curated.get(fold) ?? []), id]);
  }
  const place = (id: number): PlaceRow => {
    const { level, name, country, admin1, lat = null, lon = null, population, km = null } = row(id);
    return { id, level, name, country, admin1, lat, lon, population, km };
  };
  const namesOf = (id: number) => foldsOf(row(id));
  const exact = (folded: string): PlaceRow[] => {
    const ids = rowsWith(folded).map((n) => shipped.from + n);
    const all = [...(curated.get(folded) ?? []), ...ids.filter((id) => namesOf(id).includes(folded))];
    return all
      .sort((a, b) => a - b)
      .map(place)
      .sort((a, b) => isSmall(a) - isSmall(b) || b.population - a.population)
      .slice(0, mostExact);
  };
  let divisions: Map<string, PlaceRow[]> | undefined;
  const provincesOf = (country: string) => {
    divisions ??= Map.groupBy(
      Array.from({ length: count }, (_, id) => id)
        .filter((id) => level(id) === 'admin1')
        .map(place),
      (one) => one.country,
    );
    return divisions.get(country) ?? [];
  };
  return {
    exact,
    mayHave: (folded) => curated.has(folded) || rowsWith(folded).length > 0,
    wellKnown: (folded) => exact(folded).filter(isWellKnown),
    place: (id) => (id >= 0 && id < count ? place(id) : undefined),
    provinces: (skeleton, country) =>
      provincesOf(country)
        .filter(({ id }) => namesOf(id).some((fold) => phoneticKey(fold) === skeleton))
        .slice(0, mostProvinces),
    provincesOf,
    namesOf,
  };
}
