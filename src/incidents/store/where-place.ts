import { boxAround } from '../../geo/distance.ts';
import { borderKm, nearKm, partPrecision, piecesOf, townKm } from '../match-place.ts';
import type { PlaceFilter } from '../query.ts';
import { cellsClause } from './grid-cells.ts';
import { all, any, clause, isOneOf, never, type SqlFragment } from './sql-fragment.ts';

const townPrecision = clause("i.where_precision IN ('exact', 'near')");
const provincePrecision = clause("i.where_precision IN ('exact', 'near', 'district', 'province')");
const districtPrecision = clause("i.where_precision IN ('exact', 'near', 'district')");

const inCountry = (p: PlaceFilter): SqlFragment[] => (p.countries.length ? [isOneOf('i.country', p.countries)] : []);

/** `sure`: the incidents in a place. `coarse`: those that may lie in it but are located too coarsely to tell. */
export interface PlaceClause {
  sure: SqlFragment;
  coarse: SqlFragment;
}

/** The countries that a place consists of; undefined unless it is a country or a region of whole countries. */
export function countriesOf({ relation, level, dataNames, countries, part }: PlaceFilter): string[] | undefined {
  const whole = level === 'country' || level === 'world-region' || (level === 'region' && dataNames.length === 0);
  return relation === 'in' && whole && !part ? countries : undefined;
}

const provinceLevels = new Set<PlaceFilter['level']>(['admin1', 'region']);

/** Provinces by name, and the countries they may be in. */
export interface Provinces {
  names: string[];
  countries: string[];
}

/** The provinces that a place consists of; undefined for any other place. */
export const provincesOf = ({ relation, level, dataNames, countries, part }: PlaceFilter): Provinces | undefined =>
  relation === 'in' && !part && provinceLevels.has(level) && dataNames.length && countries.length
    ? { names: dataNames, countries }
    : undefined;

const areaLevels = new Set<PlaceFilter['level']>(['world-region', 'country', 'region', 'admin1', 'admin2']);

/**
 * The countries that contain all of the places, coarsely located incidents included; undefined if unknown, as for
 * circles.
 */
export function countriesAround(places: readonly PlaceFilter[]): string[] | undefined {
  const within = places.every((p) => p.relation === 'in' && areaLevels.has(p.level) && p.countries.length > 0);
  return within && places.length > 0 ? places.flatMap((p) => p.countries) : undefined;
}

/** Bounds of `country` and `admin1` that every incident in the places meets, without a table's prefix. */
export function coarseClauses(places: readonly PlaceFilter[]): SqlFragment[] {
  const countries = countriesAround(places);
  if (!countries) return [];
  const provinces = places.map((p) => provincesOf(p)?.names);
  const names = provinces.includes(undefined) ? [] : (provinces.flat() as string[]);
  return [
    isOneOf('country', countries),
    ...(names.length ? [any([isOneOf('admin1', names), clause('admin1 IS NULL')])] : []),
  ];
}

/** The incidents in or near a place or a part of it, by the rules of `PlaceFilter`. */
export function placeClause({ part, ...whole }: PlaceFilter): PlaceClause {
  const clauses = wholeClause(whole);
  if (!part) return clauses;
  const precise = partPrecision(whole.level);
  const located = precise.has('province') ? provincePrecision : districtPrecision;
  const { south = -90, north = 90, west = -180, east = 180 } = part.bounds;
  const inside = clause('i.lat BETWEEN ? AND ? AND i.lon BETWEEN ? AND ?', south, north, west, east);
  return {
    sure: all([clauses.sure, located, inside]),
    coarse: any([clauses.coarse, all([clauses.sure, clause(`NOT (${located.sql})`)])]),
  };
}

function wholeClause(p: PlaceFilter): PlaceClause {
  if (p.relation === 'along') {
    const pieces = piecesOf(p).map((piece) => within(piece, p.radiusKm ?? borderKm, districtPrecision, true));
    return { sure: any(pieces.map(({ sure }) => sure)), coarse: any(pieces.map(({ coarse }) => coarse)) };
  }
  const countries = countriesOf(p);
  if (countries) return { sure: isOneOf('i.country', countries), coarse: never };
  if (p.relation !== 'in' || p.level === 'point') return within(p, p.radiusKm ?? nearKm, districtPrecision);
  switch (p.level) {
    case 'region':
    case 'admin1':
      return byName(p, 'i.admin1');
    case 'admin2':
      return byName(p, 'i.admin2');
    default:
      return town(p);
  }
}

function byName(p: PlaceFilter, column: string): PlaceClause {
  return {
    sure: all([isOneOf(column, p.dataNames), ...inCountry(p)]),
    coarse: all([clause(`${column} IS NULL`), ...inCountry(p)]),
  };
}

function town(p: PlaceFilter): PlaceClause {
  const at = all([isOneOf('i.place', p.dataNames), ...inCountry(p), townPrecision]);
  if (p.lat === undefined) return { sure: at, coarse: never };
  const close = within(p, townKm, townPrecision);
  return { sure: any([at, close.sure]), coarse: close.coarse };
}

// Kilometres from a point, with the earth's mean diameter of 12742.0176 km.
const haversine =
  '12742.0176 * asin(sqrt(pow(sin(radians(i.lat - ?) / 2), 2) + cos(radians(?)) * cos(radians(i.lat)) * pow(sin(radians(i.lon - ?) / 2), 2)))';

/** Incidents within `km` of the point, or of the line to `to`; one recorded along a line is, if any part of it is. */
function within(p: PlaceFilter, km: number, precise: SqlFragment, isPiece = false): PlaceClause {
  const from = { lat: p.lat as number, lon: p.lon as number };
  const to = p.to ?? from;
  const box = boxAround([from, to], km);
  const inBox = clause('i.lat BETWEEN ? AND ? AND i.lon BETWEEN ? AND ?', box.south, box.north, box.west, box.east);
  const distance = p.to
    ? clause('line_km(i.lat, i.lon, i.lat, i.lon, ?, ?, ?, ?) <= ?', from.lat, from.lon, to.lat, to.lon, km)
    : clause(`${haversine} <= ?`, from.lat, from.lat, from.lon, km);
  const recorded = clause(
    'i.lat2 IS NOT NULL AND line_km(i.lat, i.lon, i.lat2, i.lon2, ?, ?, ?, ?) <= ?',
    from.lat,
    from.lon,
    to.lat,
    to.lon,
    km,
  );
  const inside = all([clause('i.lat2 IS NULL'), inBox, distance]);
  const cells = cellsClause(box, isPiece);
  return {
    sure: all([cells, any([all([precise, inside]), recorded])]),
    coarse: all([cells, clause(`NOT (${precise.sql})`), inside]),
  };
}
