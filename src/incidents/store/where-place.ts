import { boxAround } from '../../geo/distance.ts';
import { nearKm, townKm } from '../match-place.ts';
import type { PlaceFilter } from '../query.ts';
import { cellsClause } from './grid-cells.ts';
import { all, any, clause, isOneOf, never, type SqlFragment } from './sql-fragment.ts';

const townPrecision = clause("i.where_precision IN ('exact', 'near')");
const districtPrecision = clause("i.where_precision IN ('exact', 'near', 'district')");

const inCountry = (p: PlaceFilter): SqlFragment[] => (p.countries.length ? [isOneOf('i.country', p.countries)] : []);

/** Where a place filter's incidents lie, and where those lie that are located too coarsely to tell. */
export interface PlaceClause {
  sure: SqlFragment;
  coarse: SqlFragment;
}

/** The countries that a place is made of; undefined of one that is no country and no region of countries. */
export function countriesOf({ relation, level, dataNames, countries }: PlaceFilter): string[] | undefined {
  const whole = level === 'country' || level === 'world-region' || (level === 'region' && dataNames.length === 0);
  return relation === 'in' && whole ? countries : undefined;
}

const provinceLevels = new Set<PlaceFilter['level']>(['admin1', 'region']);

export interface Provinces {
  names: string[];
  countries: string[];
}

/** The provinces that a place is, or is made of, each in one of the countries. */
export const provincesOf = ({ relation, level, dataNames, countries }: PlaceFilter): Provinces | undefined =>
  relation === 'in' && provinceLevels.has(level) && dataNames.length && countries.length
    ? { names: dataNames, countries }
    : undefined;

const areaLevels = new Set<PlaceFilter['level']>(['world-region', 'country', 'region', 'admin1', 'admin2']);

/** The countries in which all lies that is meant, or may be; undefined where that is not so: near a border. */
export function countriesAround(places: readonly PlaceFilter[]): string[] | undefined {
  const within = places.every((p) => p.relation === 'in' && areaLevels.has(p.level) && p.countries.length > 0);
  return within && places.length > 0 ? places.flatMap((p) => p.countries) : undefined;
}

/** What country and province of all of it have in common, as bare columns. */
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

export function placeClause(p: PlaceFilter): PlaceClause {
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

const haversine =
  '12742.0176 * asin(sqrt(pow(sin(radians(i.lat - ?) / 2), 2) + cos(radians(?)) * cos(radians(i.lat)) * pow(sin(radians(i.lon - ?) / 2), 2)))';

/** Within `km` of the point, or of the line to `to`. A recorded line counts when any of it is that close. */
function within(p: PlaceFilter, km: number, precise: SqlFragment): PlaceClause {
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
  const cells = cellsClause(box);
  return {
    sure: all([cells, any([all([precise, inside]), recorded])]),
    coarse: all([cells, clause(`NOT (${precise.sql})`), inside]),
  };
}
