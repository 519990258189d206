import type { PlaceCandidate } from '../entities/entity-linker.ts';
import type { PlaceFilter } from '../incidents/query.ts';

const nearKm = 50;
const corridorKm = 25;

export const hasPoint = (c: PlaceCandidate): c is PlaceCandidate & { lat: number; lon: number } =>
  c.lat !== undefined && c.lon !== undefined;

const wide = new Set<PlaceCandidate['level']>(['country', 'world-region', 'region']);

/** Whether a distance from it makes sense: it is not a country or a region of provinces, and its position is known. */
export const hasCentre = (c: PlaceCandidate): boolean =>
  (!wide.has(c.level) || c.radiusKm !== undefined) && hasPoint(c);

/**
 * Filter for incidents in the place, or near it within `km` kilometres (default 50). In a region that is a circle are
 * those within its own distance.
 */
export function placeFilter(c: PlaceCandidate, relation: 'in' | 'near', km?: number): PlaceFilter {
  const radiusKm = relation === 'near' ? (km ?? Math.max(nearKm, c.radiusKm ?? 0)) : c.radiusKm;
  return {
    relation: radiusKm === undefined ? 'in' : 'near',
    name: c.name,
    level: c.level,
    ...(c.country ? { country: c.country } : {}),
    countries: c.countries,
    dataNames: c.dataNames,
    ...(hasPoint(c) ? { lat: c.lat, lon: c.lon } : {}),
    ...(radiusKm === undefined ? {} : { radiusKm }),
  };
}

type Pointed = PlaceCandidate & { lat: number; lon: number };

/** Filter for incidents within `km` kilometres (default 25) of the line between two places. */
export const lineFilter = (a: Pointed, b: Pointed, km = corridorKm): PlaceFilter => ({
  relation: 'between',
  name: `${a.name} and ${b.name}`,
  level: a.level,
  ...(a.country ? { country: a.country } : {}),
  countries: [...new Set([...a.countries, ...b.countries])],
  dataNames: [],
  lat: a.lat,
  lon: a.lon,
  to: { name: b.name, lat: b.lat, lon: b.lon },
  radiusKm: km,
});

/** Filter for incidents within `km` kilometres (default 50) of a position in degrees. */
export const pointFilter = ({ lat, lon }: { lat: number; lon: number }, km = nearKm): PlaceFilter => ({
  relation: 'near',
  name: `${lat}, ${lon}`,
  level: 'point',
  countries: [],
  dataNames: [],
  lat,
  lon,
  radiusKm: km,
});
