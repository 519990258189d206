import { cellsAround, cellsOf } from '../geo/grid.ts';
import { nearKm, townKm } from '../incidents/match-place.ts';
import type { MatchRow } from '../incidents/match-row.ts';
import type { Filter, PlaceFilter } from '../incidents/query.ts';

/** Where a filter stands in the index. Anything it means bears one of the keys; `sure`: whatever bears one is meant. */
export interface IndexKeys {
  keys: (string | number)[];
  sure: boolean;
}

const world = 'world';

/** Columns and country, one key each; `*` where the filter names no country. */
const namedKeys = (column: string, names: readonly string[], countries: readonly string[]) =>
  names.flatMap((name) => (countries.length ? countries : ['*']).map((country) => `${column}|${name}|${country}`));

const countryKeys = (countries: readonly string[]) => countries.map((country) => `country|${country}`);

function circle(p: PlaceFilter, km: number): IndexKeys {
  if (p.lat === undefined || p.lon === undefined) return { keys: [], sure: false };
  const from = { lat: p.lat, lon: p.lon };
  return { keys: cellsAround([from, p.to ?? from], km) ?? [world], sure: false };
}

function placePosting(p: PlaceFilter): IndexKeys {
  if (p.relation !== 'in' || p.level === 'point') return circle(p, p.radiusKm ?? nearKm);
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
      return { keys: [...namedKeys('place', p.dataNames, p.countries), ...circle(p, townKm).keys], sure: false };
  }
}

/** Facets that the index's lists decide by themselves: kind and least killed. */
const decided = new Set<string>(['eventTypes', 'killed', 'places', 'actors']);

/** The most selective facet decides where a filter stands: an actor, then a place, then the world. */
export function filterIndexKeys(filter: Filter): IndexKeys {
  const told = Object.keys(filter).filter((facet) => filter[facet as keyof Filter] !== undefined);
  const plain = told.every((facet) => decided.has(facet)) && filter.killed?.max === undefined;
  const actors = filter.actors?.length ? filter.actors : filter.pair?.slice(0, 1);
  if (actors) {
    const keys = actors.flatMap((a) => a.names.map((name) => `actor|${name}`));
    const either = actors.every((a) => a.role === 'either');
    return { keys, sure: plain && either && filter.places === undefined };
  }
  if (filter.places) {
    const places = filter.places.map(placePosting);
    return { keys: places.flatMap((p) => p.keys), sure: plain && places.every((p) => p.sure) };
  }
  return { keys: [world], sure: plain };
}

/** Every key that an incident bears. */
export function incidentIndexKeys(f: MatchRow): (string | number)[] {
  const keys: (string | number)[] = [world];
  for (const { actor } of f.actors) keys.push(`actor|${actor}`);
  if (f.country !== undefined) keys.push(`country|${f.country}`);
  for (const column of ['admin1', 'admin2', 'place'] as const) {
    if (f[column] === undefined) continue;
    keys.push(`${column}|${f[column]}|*`);
    if (f.country !== undefined) keys.push(`${column}|${f[column]}|${f.country}`);
  }
  if (f.lat !== undefined && f.lon !== undefined) keys.push(...cellsOf({ lat: f.lat, lon: f.lon }, f.to));
  return keys;
}
