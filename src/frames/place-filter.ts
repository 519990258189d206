import type { PlaceCandidate } from '../entities/entity-linker.ts';
import { borderOf } from '../geo/borders.ts';
import { boxOf, partOf } from '../geo/parts.ts';
import type { PlaceFilter, PlacePart } from '../incidents/query.ts';

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

const provinces = new Set<PlaceCandidate['level']>(['admin1', 'region']);

/** The box of a place, in degrees, or its position; undefined if neither is known. */
function boxOfPlace(c: PlaceCandidate) {
  const box =
    c.level === 'country'
      ? boxOf({ level: 'country', names: [c.name, ...c.countries] })
      : provinces.has(c.level) && c.radiusKm === undefined
        ? boxOf({ level: 'province', names: c.dataNames.length ? c.dataNames : [c.name], country: c.country })
        : undefined;
  return box ?? (hasPoint(c) ? { south: c.lat, north: c.lat, west: c.lon, east: c.lon } : undefined);
}

/** Filter for incidents in a part of a place, or on that side of a town within `km` kilometres (default 50); undefined if nobody knows where it lies. */
export function partFilter(c: PlaceCandidate, part: PlacePart, km?: number): PlaceFilter | undefined {
  const box = boxOfPlace(c);
  const isWhole = c.level === 'country' || provinces.has(c.level);
  return box && { ...placeFilter(c, isWhole ? 'in' : 'near', km), part: { of: part, bounds: partOf(box, part) } };
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

/** Filter for incidents within `km` kilometres (default 25) of the land border of two countries; undefined if they have none. */
export function borderFilter(a: PlaceCandidate, b: PlaceCandidate, km = corridorKm): PlaceFilter | undefined {
  const country = ({ name, countries, lat, lon }: PlaceCandidate) => ({ names: [name, ...countries], lat, lon });
  const path = borderOf(country(a), country(b));
  if (path.length === 0) return undefined;
  const countries = [...new Set([...a.countries, ...b.countries])];
  return {
    ...{ relation: 'along', name: `${a.name} and ${b.name}`, level: 'country', countries, dataNames: [] },
    ...{ path, radiusKm: km },
  };
}

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
