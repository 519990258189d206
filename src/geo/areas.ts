import { geoContains } from 'd3-geo';
import { foldWithoutPlaceType } from '../kernel/normalise.ts';
import { type Area, outlines } from './outlines/outlines.ts';

const key = (name: string): string => foldWithoutPlaceType(name.replace(/\(.*?\)/g, ' '));

interface Index {
  byCountry: Map<string, Area[]>;
  /** By each of an area's names. */
  byName: Map<string, Area[]>;
}
let cached: Index | undefined;

function index(): Index {
  if (cached) return cached;
  const { areas } = outlines();
  const byName = new Map<string, Area[]>();
  for (const area of areas)
    for (const name of new Set([area.properties.name, ...(area.properties.others ?? [])].map(key)))
      byName.set(name, [...(byName.get(name) ?? []), area]);
  cached = { byName, byCountry: Map.groupBy(areas, (a) => key(a.properties.country)) };
  return cached;
}

/** Whether a point lies in an area's bounding box, in degrees; areas across the date line have all longitudes. */
function near(area: Area, lon: number, lat: number): boolean {
  const [west, south, east, north] = area.bbox as [number, number, number, number];
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** The first-level area that contains a point, in degrees. */
export const areaAt = (lon: number, lat: number): Area | undefined =>
  outlines().areas.find((a) => near(a, lon, lat) && geoContains(a, [lon, lat]));

/** An area by its names in the data, with a position inside it, in degrees, if the data has one. */
interface AreaQuery {
  level: 'province' | 'country';
  name: string;
  country?: string;
  lat?: number;
  lon?: number;
}

/** The outline of a province, or those of all provinces of a country: by name, else by position; none if unknown. */
export function outlineOf({ level, name, country, lat, lon }: AreaQuery): Area[] {
  const { byCountry, byName } = index();
  const at = () => (lat === undefined || lon === undefined ? undefined : areaAt(lon, lat));
  if (level === 'country') return byCountry.get(key(name)) ?? byCountry.get(key(at()?.properties.country ?? '')) ?? [];
  const named = byName.get(key(name)) ?? [];
  const inCountry =
    country === undefined || !byCountry.has(key(country))
      ? named
      : named.filter((a) => key(a.properties.country) === key(country));
  const found = inCountry[0] ?? at();
  return found ? [found] : [];
}

/** The longest ring of each area, as points [longitude, latitude]: for fitting a view without far islands. */
export function ringOf(areas: readonly Area[]): [number, number][] {
  const rings = areas.map(({ geometry: g }) => {
    const all = g.type === 'Polygon' ? [g.coordinates[0] ?? []] : g.coordinates.map((p) => p[0] ?? []);
    return all.toSorted((a, b) => b.length - a.length)[0] ?? [];
  });
  return rings.flat().map(([lon = 0, lat = 0]) => [lon, lat]);
}
