import type { ActorFilter, Filter, PlaceFilter } from '../incidents/query.ts';
import { km } from './data-places.ts';
import type { EntityLinker, PlaceCandidate } from './entity-linker.ts';

const sameKm = 30;
const most = 60;
const union = (some: readonly string[], more: readonly string[]) => [...new Set([...some, ...more])];

const at = ({ lat, lon }: { lat?: number | undefined; lon?: number | undefined }) => ({
  lat: lat ?? null,
  lon: lon ?? null,
});

/** The place of a filter in the current index: same name, level and country, within 30 km. */
function currentPlace(p: PlaceFilter, names: EntityLinker): PlaceCandidate | undefined {
  const found = names.places(p.name, { exact: true, limit: most, ...(p.country ? { country: p.country } : {}) });
  return found.find(
    (c) => c.name === p.name && c.level === p.level && c.country === p.country && km(at(c), at(p)) <= sameKm,
  );
}

function relinkPlace(p: PlaceFilter, names: EntityLinker): PlaceFilter {
  const place = p.relation === 'in' ? currentPlace(p, names) : undefined;
  if (!place) return p;
  return { ...p, countries: union(p.countries, place.countries), dataNames: union(p.dataNames, place.dataNames) };
}

function relinkActor<A extends Pick<ActorFilter, 'name' | 'names'>>(actor: A, names: EntityLinker): A {
  const known = names.actors(actor.name, { exact: true, limit: most }).find(({ name }) => name === actor.name);
  return known ? { ...actor, names: union(actor.names, known.dataNames) } : actor;
}

type Facets = Pick<Filter, 'places' | 'actors'>;

function relinkFacets<F extends Facets>(filter: F, names: EntityLinker): F {
  return {
    ...filter,
    ...(filter.places ? { places: filter.places.map((p) => relinkPlace(p, names)) } : {}),
    ...(filter.actors ? { actors: filter.actors.map((a) => relinkActor(a, names)) } : {}),
  };
}

/**
 * Updates a stored filter to the names that the data has for its places and actors now; `names` must have the current
 * vocabulary. Entities are found by name, level, country and position rather than by key, because a rebuilt index
 * numbers its places anew. Names in the filter are never removed.
 */
export function relinkFilter(filter: Filter, names: EntityLinker): Filter {
  const { pair, attribution, exclude } = filter;
  return {
    ...relinkFacets(filter, names),
    ...(pair ? { pair: [relinkActor(pair[0], names), relinkActor(pair[1], names)] } : {}),
    ...(attribution?.actor ? { attribution: { ...attribution, actor: relinkActor(attribution.actor, names) } } : {}),
    ...(exclude ? { exclude: relinkFacets(exclude, names) } : {}),
  };
}
