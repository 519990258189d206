import type { PlaceCandidate } from '../entities/entity-linker.ts';
import type { PlaceFilter } from '../incidents/query.ts';

type Relation = PlaceFilter['relation'];
const nearKm = 50;
const corridorKm = 25;

const pointed = (c: PlaceCandidate) => c.lat !== undefined && c.lon !== undefined;

/** A candidate as a filter. "near" a country or province has no meaning, so it is read as "in". */
export function placeFilter(c: PlaceCandidate, relation: Relation = 'in', km?: number): PlaceFilter {
  const wide = c.level === 'country' || c.level === 'world-region' || c.level === 'region';
  const near = relation === 'near' && !wide && pointed(c);
  return {
    relation: near ? 'near' : 'in',
    name: c.name,
    level: c.level,
    ...(c.country ? { country: c.country } : {}),
    countries: c.countries,
    dataNames: c.dataNames,
    ...(pointed(c) ? { lat: c.lat as number, lon: c.lon as number } : {}),
    ...(near ? { radiusKm: km ?? nearKm } : {}),
  };
}

/** The line between two places; undefined when one has no position. */
export function corridor(a: PlaceCandidate, b: PlaceCandidate, km = corridorKm): PlaceFilter | undefined {
  if (!pointed(a) || !pointed(b)) return undefined;
  return {
    relation: 'between',
    name: `${a.name} and ${b.name}`,
    level: a.level,
    ...(a.country ? { country: a.country } : {}),
    countries: [...new Set([...a.countries, ...b.countries])],
    dataNames: [],
    lat: a.lat as number,
    lon: a.lon as number,
    to: { name: b.name, lat: b.lat as number, lon: b.lon as number },
    radiusKm: km,
  };
}

export const pointFilter = (lat: number, lon: number, km = nearKm): PlaceFilter => ({
  relation: 'near',
  name: `${lat}, ${lon}`,
  level: 'point',
  countries: [],
  dataNames: [],
  lat,
  lon,
  radiusKm: km,
});

const depth: Record<PlaceFilter['level'], number> = {
  'world-region': 0,
  country: 1,
  region: 2,
  admin1: 3,
  admin2: 4,
  town: 5,
  site: 5,
  point: 6,
};

/** "Dohuk in Iraq": a wider place that holds a narrower one only says where that is. */
export function narrowest(places: PlaceFilter[]): PlaceFilter[] {
  const holds = (wide: PlaceFilter, fine: PlaceFilter) =>
    wide !== fine &&
    depth[wide.level] < depth[fine.level] &&
    depth[wide.level] <= 2 &&
    wide.relation === 'in' &&
    (fine.level === 'point' || wide.countries.some((c) => fine.countries.includes(c)) || wide.country === fine.country);
  return places.filter((place) => !places.some((other) => holds(place, other)));
}
