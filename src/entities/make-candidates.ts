import { fold, foldWithoutPlaceType } from '../kernel/normalise.ts';
import { type DataPlace, type DataPlaces, km } from './data-places.ts';
import type { PlaceCandidate } from './entity-linker.ts';
import { countryName } from './gazetteer/countries.ts';
import type { PlaceRow, PlaceStore } from './gazetteer/store.ts';
import { phoneticKey } from './phonetic-key.ts';

const levelOf: Record<DataPlace['level'], PlaceCandidate['level']> = {
  country: 'country',
  admin1: 'admin1',
  admin2: 'admin2',
  place: 'town',
};

/** Makes candidates from rows of the gazetteer and from places of the data; scores from 0 to 1. */
export interface CandidateFactory {
  ofRow(row: PlaceRow, score: number, matched: string): PlaceCandidate;
  ofData(place: DataPlace, score: number): PlaceCandidate;
}

/** Candidates with the data's names, incidents and countries of each place joined to the gazetteer's row. */
export const createCandidateFactory = (store: PlaceStore, data: DataPlaces, rowOf: RowFinder): CandidateFactory => ({
  ofRow: (row, score, matched) => {
    return candidateOfRow(row, score, matched, linksOf(row, store, data, rowOf), data);
  },
  ofData: (place, score) => candidateOfData(place, score, data),
});

function linksOf(row: PlaceRow, store: PlaceStore, data: DataPlaces, rowOf: RowFinder): readonly DataPlace[] {
  if (row.level === 'country') return data.country(row.country);
  if (row.km !== null) return data.within(row, row.km);
  if (row.level === 'region') return membersOf(row, store, data, rowOf);
  if (row.level === 'world-region') return row.country.split(' ').flatMap(data.country);
  return linkedTo(row, store.namesOf(row.id), data, rowOf);
}

type RowFinder = (place: DataPlace) => PlaceRow | undefined;

/** The data's places that are this one of the gazetteer, by any of its names and, for provinces, by their consonants. */
function linkedTo(row: PlaceRow, names: readonly string[], data: DataPlaces, rowOf: RowFinder): DataPlace[] {
  const folds = new Set([row.name, ...names].flatMap((name) => [fold(name), foldWithoutPlaceType(name)]));
  const keys = row.level === 'admin1' ? new Set([...folds].map(phoneticKey)) : [];
  const near = new Set([...[...folds].flatMap(data.byName), ...data.byPhoneticKey([...keys])]);
  return [...near].filter((place) => rowOf(place)?.id === row.id);
}

function candidateOfRow(
  row: PlaceRow,
  score: number,
  matched: string,
  links: readonly DataPlace[],
  data: DataPlaces,
): PlaceCandidate {
  const inCountries = row.country
    .split(' ')
    .flatMap((code) => (data.country(code).length ? data.country(code).map((p) => p.name) : [countryName(code)]));
  const countries = [...new Set([...inCountries, ...links.flatMap(({ country }) => country ?? [])])];
  return {
    key: `gazetteer:${row.id}`,
    name: row.name,
    level: row.level,
    ...(row.level === 'world-region'
      ? {}
      : {
          country: countryName(row.country.split(' ')[0] as string),
          countryCode: row.country.split(' ')[0] as string,
        }),
    ...(row.admin1 && row.level !== 'region' ? { admin1: row.admin1 } : {}),
    ...(row.level === 'town' || row.level === 'admin2' ? { provinces: provincesAround(links) } : {}),
    countries,
    ...positionOf(row, links),
    ...(row.km === null ? {} : { radiusKm: row.km }),
    population: row.population,
    dataNames: dataNamesOf(row, links),
    incidents: links.reduce((n, p) => n + p.incidents, 0),
    score,
    matched,
  };
}

function candidateOfData(place: DataPlace, score: number, data: DataPlaces): PlaceCandidate {
  const spellings = data.spellings(place);
  return {
    key: place.key,
    name: place.name,
    level: levelOf[place.level],
    ...(place.country ? { country: place.code ? countryName(place.code) : place.country } : {}),
    ...(place.code ? { countryCode: place.code } : {}),
    ...(place.admin1 ? { admin1: place.admin1 } : {}),
    countries: [...new Set(spellings.flatMap(({ country }) => country ?? []))],
    ...(place.lat === null || place.lon === null ? {} : { lat: place.lat, lon: place.lon }),
    population: 0,
    dataNames: [...new Set(spellings.map(({ name }) => name))],
    incidents: spellings.reduce((n, { incidents }) => n + incidents, 0),
    score,
    matched: place.folded,
  };
}

/** Appends the data's places that no candidate covers yet as candidates of their own, with this score. */
export function mergeDataPlaces(
  candidates: PlaceCandidate[],
  own: DataPlace[],
  score: number,
  { ofData }: CandidateFactory,
): PlaceCandidate[] {
  const merged = [...candidates];
  for (const place of own) {
    const level = levelOf[place.level];
    const isCovered = merged.some(
      (c) =>
        c.level === level &&
        c.countries.includes(place.country ?? '') &&
        c.dataNames.includes(place.name) &&
        (level !== 'town' || km({ lat: c.lat ?? null, lon: c.lon ?? null }, place) <= 30),
    );
    if (!isCovered) merged.push(ofData(place, score));
  }
  return merged;
}

const positionOf = (row: PlaceRow, links: readonly DataPlace[]): { lat?: number; lon?: number } => {
  if (row.lat !== null && row.lon !== null) return { lat: row.lat, lon: row.lon };
  const placed = links.find((p) => p.lat !== null && p.lon !== null);
  return placed ? { lat: placed.lat as number, lon: placed.lon as number } : {};
};

const provincesAround = (links: readonly DataPlace[]) => [...new Set(links.flatMap(({ admin1 }) => admin1 ?? []))];

const provincesOf = ({ admin1 }: PlaceRow): string[] => (admin1 === '' ? [] : admin1.split(';'));

/** The names for a filter: of a region that the data has no province of those of its provinces, as it is not the whole country. */
function dataNamesOf(row: PlaceRow, links: readonly DataPlace[]): string[] {
  if (row.km !== null || row.level === 'world-region') return [];
  const names = [...new Set(links.map((p) => p.name))];
  return names.length === 0 && row.level === 'region' ? provincesOf(row) : names;
}

/** The data's provinces in a region, by the names that the region's own list has and by those that the gazetteer has for them. */
function membersOf(row: PlaceRow, store: PlaceStore, data: DataPlaces, rowOf: RowFinder): DataPlace[] {
  const countries = row.country.split(' ');
  const isProvince = ({ level, code }: DataPlace) => level === 'admin1' && countries.includes(code ?? '');
  const members = provincesOf(row).flatMap((name) => {
    const folded = foldWithoutPlaceType(name);
    const named = [...store.exact(folded), ...store.exact(fold(name))];
    const rows = named.filter((one) => one.level === 'admin1' && countries.includes(one.country));
    const linked = rows.flatMap((one) => linkedTo(one, store.namesOf(one.id), data, rowOf));
    return [...data.byName(folded), ...linked].filter(isProvince);
  });
  return [...new Set(members)];
}
