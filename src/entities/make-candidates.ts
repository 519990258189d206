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
  const isRegion = row.level === 'region' || row.level === 'world-region';
  return isRegion ? membersOf(row, data) : linkedTo(row, store.namesOf(row.id), data, rowOf);
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
    countries,
    ...positionOf(row, links),
    population: row.population,
    dataNames: [...new Set(links.map((p) => p.name))],
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

/** The data's provinces in a region. */
function membersOf(row: PlaceRow, data: DataPlaces): DataPlace[] {
  const provinces = row.admin1 ? row.admin1.split(';') : [];
  return provinces
    .flatMap((name) => data.byName(foldWithoutPlaceType(name)))
    .filter((p) => p.level === 'admin1' && row.country.split(' ').includes(p.code ?? ''));
}
