import { foldWithoutPlaceType } from '../kernel/normalise.ts';
import { type DataPlace, type DataPlaces, km } from './data-places.ts';
import type { PlaceCandidate } from './entity-linker.ts';
import { countryName } from './gazetteer/countries.ts';
import type { PlaceRow, PlaceStore } from './gazetteer/store.ts';

const levelOf: Record<DataPlace['level'], PlaceCandidate['level']> = {
  country: 'country',
  admin1: 'admin1',
  admin2: 'admin2',
  place: 'town',
};

/** Makes candidates of what the gazetteer and the data name. */
export interface Candidates {
  ofRow(row: PlaceRow, score: number, matched: string): PlaceCandidate;
  ofData(place: DataPlace, score: number): PlaceCandidate;
}

export const candidatesOver = (store: PlaceStore, data: DataPlaces): Candidates => ({
  ofRow: (row, score, matched) => candidateOfRow(row, score, matched, store, data),
  ofData: (place, score) => candidateOfData(place, score, data),
});

function candidateOfRow(
  row: PlaceRow,
  score: number,
  matched: string,
  store: PlaceStore,
  data: DataPlaces,
): PlaceCandidate {
  const links =
    row.level === 'region' || row.level === 'world-region'
      ? membersOf(row, data)
      : data.linked(row, store.namesOf(row.id));
  const countries = row.country
    .split(' ')
    .flatMap((code) => data.country(code).names.concat(data.country(code).names.length ? [] : [countryName(code)]));
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
    incidents:
      row.level === 'country' ? data.country(row.country).incidents : links.reduce((n, p) => n + p.incidents, 0),
    score,
    matched,
  };
}

function candidateOfData(place: DataPlace, score: number, data: DataPlaces): PlaceCandidate {
  const written = data.written(place);
  return {
    key: place.key,
    name: place.name,
    level: levelOf[place.level],
    ...(place.country ? { country: place.code ? countryName(place.code) : place.country } : {}),
    ...(place.code ? { countryCode: place.code } : {}),
    ...(place.admin1 ? { admin1: place.admin1 } : {}),
    countries: [...new Set(written.flatMap(({ country }) => country ?? []))],
    ...(place.lat === null || place.lon === null ? {} : { lat: place.lat, lon: place.lon }),
    population: 0,
    dataNames: [...new Set(written.map(({ name }) => name))],
    incidents: written.reduce((n, { incidents }) => n + incidents, 0),
    score,
    matched: place.folded,
  };
}

/** Gazetteer candidates first; a data place that none of them holds becomes a candidate of its own. */
export function joined(
  candidates: PlaceCandidate[],
  own: DataPlace[],
  score: number,
  { ofData }: Candidates,
): PlaceCandidate[] {
  const made = [...candidates];
  for (const place of own) {
    const level = levelOf[place.level];
    const held = made.some(
      (c) =>
        c.level === level &&
        c.countries.includes(place.country ?? '') &&
        c.dataNames.includes(place.name) &&
        (level !== 'town' || km({ lat: c.lat ?? null, lon: c.lon ?? null }, place) <= 30),
    );
    if (!held) made.push(ofData(place, score));
  }
  return made;
}

const positionOf = (row: PlaceRow, links: DataPlace[]): { lat?: number; lon?: number } => {
  if (row.lat !== null && row.lon !== null) return { lat: row.lat, lon: row.lon };
  const placed = links.find((p) => p.lat !== null && p.lon !== null);
  return placed ? { lat: placed.lat as number, lon: placed.lon as number } : {};
};

/** A region's provinces as the data names them. */
function membersOf(row: PlaceRow, data: DataPlaces): DataPlace[] {
  const provinces = row.admin1 ? row.admin1.split(';') : [];
  return provinces
    .flatMap((name) => data.byName(foldWithoutPlaceType(name)))
    .filter((p) => p.level === 'admin1' && row.country.split(' ').includes(p.code ?? ''));
}
