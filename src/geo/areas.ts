import { geoContains } from 'd3-geo';
import { foldWithoutPlaceType } from '../kernel/normalise.ts';
import { type Area, outlines } from './outlines/outlines.ts';

const key = (name: string): string => foldWithoutPlaceType(name.replace(/\(.*?\)/g, ' '));

interface Index {
  byCountry: Map<string, Area[]>;
  /** By each of an area's names. */
  byName: Map<string, Area[]>;
}
let held: Index | undefined;

function index(): Index {
  if (held) return held;
  const { areas } = outlines();
  const byName = new Map<string, Area[]>();
  for (const area of areas)
    for (const name of new Set([area.properties.name, ...(area.properties.others ?? [])].map(key)))
      byName.set(name, [...(byName.get(name) ?? []), area]);
  held = { byName, byCountry: Map.groupBy(areas, (a) => key(a.properties.country)) };
  return held;
}

/** Whether a box in degrees around the area holds the point; what crosses the date line holds all longitudes. */
function near(area: Area, lon: number, lat: number): boolean {
  const [west, south, east, north] = area.bbox as [number, number, number, number];
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

export const areaAt = (lon: number, lat: number): Area | undefined =>
  outlines().areas.find((a) => near(a, lon, lat) && geoContains(a, [lon, lat]));

/** An area by its names as the data has them, with a position inside, in degrees, where the data gives one. */
interface AreaQuery {
  level: 'province' | 'country';
  name: string;
  country?: string;
  lat?: number;
  lon?: number;
}

/** The outlines of a province or of all provinces of a country: by name, else by the position given. */
export function outlineOf({ level, name, country, lat, lon }: AreaQuery): Area[] {
  const { byCountry, byName } = index();
  const at = () => (lat === undefined || lon === undefined ? undefined : areaAt(lon, lat));
  if (level === 'country') return byCountry.get(key(name)) ?? byCountry.get(key(at()?.properties.country ?? '')) ?? [];
  const called = byName.get(key(name)) ?? [];
  const home =
    country === undefined || !byCountry.has(key(country))
      ? called
      : called.filter((a) => key(a.properties.country) === key(country));
  const found = home[0] ?? at();
  return found ? [found] : [];
}

/** The largest outline ring of areas, as points: what a view is fitted to, far islands left out. */
export function ringOf(areas: readonly Area[]): [number, number][] {
  const rings = areas.map(({ geometry: g }) => {
    const all = g.type === 'Polygon' ? [g.coordinates[0] ?? []] : g.coordinates.map((p) => p[0] ?? []);
    return all.toSorted((a, b) => b.length - a.length)[0] ?? [];
  });
  return rings.flat().map(([lon = 0, lat = 0]) => [lon, lat]);
}
