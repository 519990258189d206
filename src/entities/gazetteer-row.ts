import { fold, foldWithoutPlaceType } from '../kernel/normalise.ts';
import { type DataPlace, km, townKm } from './data-places.ts';
import { partsOf } from './gazetteer/countries.ts';
import type { PlaceRow, PlaceStore } from './gazetteer/store.ts';
import { phoneticKey } from './phonetic-key.ts';
import { levelInName } from './place-kinds.ts';

const levelsOf: Record<DataPlace['level'], readonly PlaceRow['level'][]> = {
  country: [],
  admin1: ['admin1'],
  admin2: ['admin2'],
  place: ['town', 'site'],
};

/** Spelled quite differently, provinces further apart than this are different ones. */
const provinceKm = 300;

/** Finds the one place of the gazetteer that a place of the data is; undefined if there is none. */
export function createRowFinder(store: PlaceStore): (place: DataPlace) => PlaceRow | undefined {
  const found = new WeakMap<DataPlace, { row: PlaceRow | undefined }>();
  return (place) => {
    const known = found.get(place) ?? { row: rowOf(place, store) };
    found.set(place, known);
    return known.row;
  };
}

/** In its country or, if the data still counts it to a larger one of former times, in the part that it is in now. */
function rowOf(place: DataPlace, store: PlaceStore): PlaceRow | undefined {
  const { code, level } = place;
  if (code === undefined || isCoarserThanTown(place)) return undefined;
  const countries = [code, ...partsOf(code)];
  const exact = [...new Set([fold(place.name), place.folded])].flatMap(store.exact);
  const named = exact.filter((row) => levelsOf[level].includes(row.level) && isInItsProvince(row, place, store));
  for (const country of countries) {
    const row = likeliest(
      place,
      named.filter((one) => one.country === country),
    );
    if (row) return row;
  }
  return level === 'admin1' ? soundingAlike(place, code, store) : undefined;
}

/** Many districts of one country have the same name: one is in the province that the data has it in, if that is known. */
function isInItsProvince(row: PlaceRow, { level, admin1 }: DataPlace, store: PlaceStore): boolean {
  if (level !== 'admin2' || admin1 === null) return true;
  const provinces = store
    .exact(foldWithoutPlaceType(admin1))
    .filter((one) => one.level === 'admin1' && one.country === row.country);
  return provinces.length === 0 || provinces.some((one) => one.admin1 === row.admin1);
}

/** "Aguascalientes municipality" as the place of an incident: located to the district, and not at the town. */
const isCoarserThanTown = ({ level, name }: DataPlace): boolean =>
  level === 'place' && ['admin1', 'admin2'].includes(levelInName(name) ?? 'town');

/** Of rows with its name those that it is a main name of, as nearly as it is written; of these the nearest. A town of unknown position is the largest. */
function likeliest(place: DataPlace, rows: readonly PlaceRow[]): PlaceRow | undefined {
  if (place.level === 'place' && place.lat === null) return rows[0];
  const near = place.level === 'place' ? rows.filter((row) => km(row, place) <= townKm) : rows;
  const alike = (row: PlaceRow) => mainNames.filter((form) => form(row.name) === form(place.name)).length;
  const most = Math.max(...near.map(alike));
  const [first, ...others] = near.filter((row) => alike(row) === most);
  const away = (row: PlaceRow) => (row.lat === null ? Number.POSITIVE_INFINITY : km(row, place));
  return first && others.reduce((best, row) => (away(row) < away(best) ? row : best), first);
}

/** "Mexico City" is not "México state", though both are "Mexico" without the word for their kind. */
const mainNames = [fold, foldWithoutPlaceType, (name: string) => fold(name.replace(/ (?!city)\p{Ll}+$/iu, ''))];

/** A province that the data spells in a way no gazetteer has: the same consonants in the same country. */
function soundingAlike(place: DataPlace, code: string, store: PlaceStore): PlaceRow | undefined {
  const key = phoneticKey(place.folded);
  if (key.length < 2) return undefined;
  const rows = store.provinces(key, code).filter((row) => km(row, place) <= provinceKm);
  const own = rows.filter((row) => phoneticKey(foldWithoutPlaceType(row.name)) === key);
  return likeliest(place, own.length ? own : rows);
}
