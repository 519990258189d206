import type { PlaceCandidate } from '../entities/entity-linker.ts';
import { hasCentre, hasPoint } from '../frames/place-filter.ts';
import type { PlaceSlot } from '../frames/slots.ts';
import type { PlaceFilter } from '../incidents/query.ts';

/** A place slot, with what decides whether it only says where another place is. */
export interface Located {
  slot: PlaceSlot;
  name: string;
  level: PlaceFilter['level'];
  country: string | undefined;
  countries: readonly string[];
}

const distance = (km: number | undefined) => (km === undefined ? {} : { radiusKm: km });

/** "near" a country or region has no meaning, so it is read as "in". */
export function located(c: PlaceCandidate, relation: 'in' | 'near' = 'in', km?: number): Located {
  const near = relation === 'near' && hasCentre(c);
  const { name, level, country, countries } = c;
  const slot = near ? { relation, place: c.key, ...distance(km) } : { relation: 'in' as const, place: c.key };
  return { slot, name, level, country, countries };
}

/** The line between two places; undefined when one has no position. */
export function line(a: PlaceCandidate, b: PlaceCandidate, km?: number): Located | undefined {
  if (!hasPoint(a) || !hasPoint(b)) return undefined;
  const slot = { relation: 'between' as const, place: a.key, to: b.key, ...distance(km) };
  const countries = [...new Set([...a.countries, ...b.countries])];
  return { slot, name: `${a.name} and ${b.name}`, level: a.level, country: a.country, countries };
}

export const position = (lat: number, lon: number, km?: number): Located => ({
  slot: { relation: 'near', point: { lat, lon }, ...distance(km) },
  name: `${lat}, ${lon}`,
  level: 'point',
  country: undefined,
  countries: [],
});

const depth: Record<Located['level'], number> = {
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
export function narrowest(places: readonly Located[]): Located[] {
  const holds = (wide: Located, fine: Located) =>
    wide !== fine &&
    depth[wide.level] < depth[fine.level] &&
    depth[wide.level] <= 2 &&
    wide.slot.relation === 'in' &&
    (fine.level === 'point' || wide.countries.some((c) => fine.countries.includes(c)) || wide.country === fine.country);
  return places.filter((place) => !places.some((other) => holds(place, other)));
}
