import type { PlaceCandidate } from '../entity-linker.ts';

/** One line of the shipped gazetteer. Degrees; population 0 where unknown. */
export interface GazetteerRow {
  level: PlaceCandidate['level'];
  name: string;
  /** ISO 3166 alpha-2; several, joined by a space, for a region. */
  country: string;
  /** GeoNames code, "IQ.15"; for a region the names of its provinces. */
  admin1: string;
  lat?: number | undefined;
  lon?: number | undefined;
  /** The extent of a region that is a circle around its position. */
  km?: number | undefined;
  population: number;
  names: string[];
}

const round = (n: number | undefined) =>
  n === undefined || Number.isNaN(n) ? '' : String(Math.round(n * 1000) / 1000);
const clean = (text: string) => text.replace(/[\t\n|]/g, ' ').trim();

/** A row as a line of tab-separated values; `rowOf` reads it back. */
export const lineOf = (row: GazetteerRow): string =>
  [
    row.level,
    clean(row.name),
    row.country,
    clean(row.admin1),
    round(row.lat),
    round(row.lon),
    row.population || '',
    [...new Set(row.names.map(clean))].filter((n) => n !== row.name).join('|'),
  ].join('\t');

/** Parses a line of the shipped gazetteer. */
export function rowOf(line: string): GazetteerRow {
  const [level = 'town', name = '', country = '', admin1 = '', lat = '', lon = '', population = '', names = ''] =
    line.split('\t');
  return {
    level: level as GazetteerRow['level'],
    name,
    country,
    admin1,
    ...(lat === '' ? {} : { lat: Number(lat), lon: Number(lon) }),
    population: Number(population),
    names: names === '' ? [] : names.split('|'),
  };
}
