import { boxAround, kmBetweenLines, type Vector, vectorOf } from '../geo/distance.ts';
import type { MatchRow } from './match-row.ts';
import type { Filter, PlaceFilter } from './query.ts';

/** A predicate over an incident's columns. */
export type Test = (facts: MatchRow) => boolean;

/** Kilometres from the centre of a town or site that count as in it, and the default radius of `near`. */
export const townKm = 15;
export const nearKm = 50;

const town: ReadonlySet<string> = new Set(['exact', 'near']);
const district: ReadonlySet<string> = new Set(['exact', 'near', 'district']);
/** The earth's diameter in kilometres, as in the store's SQL. */
const diameter = 12742.0176;

/** A circle on the unit sphere: its centre, and the square of the longest chord from there. */
export interface Circle extends Vector {
  most: number;
}

const circleAround = (lat: number, lon: number, km: number): Circle => ({
  ...vectorOf(lat, lon),
  // Half the circumference: the whole earth is in it.
  most: km >= 20_015 ? 4 : 4 * Math.sin(km / diameter) ** 2,
});

/**
 * The circle that a filter consists of: "near" one point and nothing else, so that incidents located to the district
 * or better match if they lie in it. Undefined for any other filter.
 */
export function circleOf({ places, ...more }: Filter): Circle | undefined {
  const [p, other] = places ?? [];
  const alone = p && !other && Object.values(more).every((facet) => facet === undefined);
  if (!alone || p.relation !== 'near' || p.to || p.lat === undefined || p.lon === undefined) return undefined;
  return circleAround(p.lat, p.lon, p.radiusKm ?? nearKm);
}

/** Whether an incident is located to the district or better, as `near` requires. */
export const isPreciselyLocated = ({ wherePrecision }: MatchRow): boolean => district.has(wherePrecision);

/**
 * Tests points for lying within `km` of another, by the chord: the same as the great-circle distance in the store's
 * SQL.
 */
function circle(lat: number, lon: number, km: number): (at: Vector) => boolean {
  const { x, y, z, most } = circleAround(lat, lon, km);
  return (at) => (at.x - x) ** 2 + (at.y - y) ** 2 + (at.z - z) ** 2 <= most;
}

/** Within `km` of the point, or of the line to `to`. A recorded line counts when any of it is that close. */
function around(p: PlaceFilter, km: number, precise: ReadonlySet<string>): Test {
  const from = { lat: p.lat as number, lon: p.lon as number };
  const to = p.to ?? from;
  const close = circle(from.lat, from.lon, km);
  const recorded: Test = ({ lat, lon, to: end }) =>
    lat !== undefined && lon !== undefined && end !== undefined && kmBetweenLines({ lat, lon }, end, from, to) <= km;
  if (p.to === undefined)
    return (facts) =>
      facts.at !== undefined &&
      (facts.to === undefined ? close(facts.at) && precise.has(facts.wherePrecision) : recorded(facts));
  const box = boxAround([from, to], km);
  return (facts) => {
    const { lat, lon } = facts;
    if (facts.to !== undefined || lat === undefined || lon === undefined) return recorded(facts);
    if (lat < box.south || lat > box.north || lon < box.west || lon > box.east) return false;
    return precise.has(facts.wherePrecision) && kmBetweenLines({ lat, lon }, { lat, lon }, from, to) <= km;
  };
}

const inCountry = (p: PlaceFilter): Test => {
  const countries = new Set(p.countries);
  return ({ country }) => countries.size === 0 || (country !== undefined && countries.has(country));
};

function named(p: PlaceFilter, column: 'admin1' | 'admin2'): Test {
  const names = new Set(p.dataNames);
  const there = inCountry(p);
  return (facts) => facts[column] !== undefined && names.has(facts[column]) && there(facts);
}

const province: ReadonlySet<string> = new Set([...district, 'province']);

/** How precisely an incident must be located to be in one part of a place of this level for sure. */
export const partPrecision = (level: PlaceFilter['level']): ReadonlySet<string> =>
  level === 'country' || level === 'region' ? province : district;

/** Tests incidents for lying in a place, or a part of it, for sure: the same rules as the store's where-place.ts, without SQL. */
export function placeTest({ part, ...whole }: PlaceFilter): Test {
  const there = wholeTest(whole);
  if (!part) return there;
  const precise = partPrecision(whole.level);
  const { south = -90, north = 90, west = -180, east = 180 } = part.bounds;
  const inside: Test = ({ lat, lon }) =>
    lat !== undefined && lon !== undefined && lat >= south && lat <= north && lon >= west && lon <= east;
  return (facts) => precise.has(facts.wherePrecision) && inside(facts) && there(facts);
}

/** The pieces of the lines that something is along, each as a line from one point to another. */
export const piecesOf = ({ path = [], ...p }: PlaceFilter): PlaceFilter[] =>
  path.flatMap((line) =>
    line.slice(1).map(([lat, lon], i): PlaceFilter => {
      const [fromLat, fromLon] = line[i] as [number, number];
      return { ...p, relation: 'between', lat: fromLat, lon: fromLon, to: { name: '', lat, lon } };
    }),
  );

/** Kilometres from a border that count as along it. */
export const borderKm = 25;

function wholeTest(p: PlaceFilter): Test {
  if (p.relation === 'along') {
    const pieces = piecesOf(p).map((piece) => around(piece, p.radiusKm ?? borderKm, district));
    return (facts) => pieces.some((test) => test(facts));
  }
  if (p.relation !== 'in' || p.level === 'point') return around(p, p.radiusKm ?? nearKm, district);
  const countries = new Set(p.countries);
  const country: Test = (facts) => facts.country !== undefined && countries.has(facts.country);
  switch (p.level) {
    case 'country':
    case 'world-region':
      return country;
    case 'region':
      return p.dataNames.length ? named(p, 'admin1') : country;
    case 'admin1':
    case 'admin2':
      return named(p, p.level);
    default:
      return townTest(p);
  }
}

function townTest(p: PlaceFilter): Test {
  const names = new Set(p.dataNames);
  const there = inCountry(p);
  const close = p.lat === undefined ? undefined : around(p, townKm, town);
  return (facts) =>
    (facts.place !== undefined && names.has(facts.place) && there(facts) && town.has(facts.wherePrecision)) ||
    close?.(facts) === true;
}
