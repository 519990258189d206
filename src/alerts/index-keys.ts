import { cellsAround, cellsOf } from '../geo/grid.ts';
import { borderKm, nearKm, piecesOf, townKm } from '../incidents/match-place.ts';
import type { MatchRow } from '../incidents/match-row.ts';
import type { Filter, PlaceFilter } from '../incidents/query.ts';

/** The keys that a filter is indexed under: every incident that matches it has at least one of them. */
export interface IndexKeys {
  /** Names, or numbers of cells of the grid. */
  keys: (string | number)[];
  /** Every incident with one of the keys matches, so that it needs no test. */
  sure: boolean;
}

const world = 'world';

/** One key for each name and country; the country is `*` where the filter names none. */
const namedKeys = (column: string, names: readonly string[], countries: readonly string[]) =>
  names.flatMap((name) => (countries.length ? countries : ['*']).map((country) => `${column}|${name}|${country}`));

const countryKeys = (countries: readonly string[]) => countries.map((country) => `country|${country}`);

function circleKeys(p: PlaceFilter, km: number): IndexKeys {
  if (p.lat === undefined || p.lon === undefined) return { keys: [], sure: false };
  const from = { lat: p.lat, lon: p.lon };
  return { keys: cellsAround([from, p.to ?? from], km) ?? [world], sure: false };
}

function placeKeys({ part, ...whole }: PlaceFilter): IndexKeys {
  const { keys, sure } = wholeKeys(whole);
  return { keys, sure: sure && part === undefined };
}

function wholeKeys(p: PlaceFilter): IndexKeys {
  if (p.relation === 'along') {
    const keys = piecesOf(p).flatMap((piece) => circleKeys(piece, p.radiusKm ?? borderKm).keys);
    return { keys: [...new Set(keys)], sure: false };
  }
  if (p.relation !== 'in' || p.level === 'point') return circleKeys(p, p.radiusKm ?? nearKm);
  switch (p.level) {
    case 'country':
    case 'world-region':
      return { keys: countryKeys(p.countries), sure: true };
    case 'region':
      return p.dataNames.length
        ? { keys: namedKeys('admin1', p.dataNames, p.countries), sure: true }
        : { keys: countryKeys(p.countries), sure: true };
    case 'admin1':
    case 'admin2':
      return { keys: namedKeys(p.level, p.dataNames, p.countries), sure: true };
    default:
      return { keys: [...namedKeys('place', p.dataNames, p.countries), ...circleKeys(p, townKm).keys], sure: false };
  }
}

/** Facets that the index decides by itself: places and actors by key, event types and minimum killed by its posting lists. */
const indexedFacets = new Set<string>(['eventTypes', 'killed', 'places', 'actors']);

/** The keys of a filter's most selective facet: actors, else places, else one key for the world. */
export function filterIndexKeys(filter: Filter): IndexKeys {
  const facets = Object.keys(filter).filter((facet) => filter[facet as keyof Filter] !== undefined);
  const plain = facets.every((facet) => indexedFacets.has(facet)) && filter.killed?.max === undefined;
  const actors = filter.actors?.length ? filter.actors : filter.pair?.slice(0, 1);
  if (actors) {
    const keys = actors.flatMap((a) => a.names.map((name) => `actor|${name}`));
    const either = actors.every((a) => a.role === 'either');
    return { keys, sure: plain && either && filter.places === undefined };
  }
  if (filter.places) {
    const places = filter.places.map(placeKeys);
    return { keys: places.flatMap((p) => p.keys), sure: plain && places.every((p) => p.sure) };
  }
  return { keys: [world], sure: plain };
}

/** Every key of an incident: a filter that it matches is indexed under at least one of them. */
export function incidentIndexKeys(row: MatchRow): (string | number)[] {
  const keys: (string | number)[] = [world];
  for (const { actor } of row.actors) keys.push(`actor|${actor}`);
  if (row.country !== undefined) keys.push(`country|${row.country}`);
  for (const column of ['admin1', 'admin2', 'place'] as const) {
    if (row[column] === undefined) continue;
    keys.push(`${column}|${row[column]}|*`);
    if (row.country !== undefined) keys.push(`${column}|${row[column]}|${row.country}`);
  }
  if (row.lat !== undefined && row.lon !== undefined) keys.push(...cellsOf({ lat: row.lat, lon: row.lon }, row.to));
  return keys;
}
