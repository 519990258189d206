import type { ActorFilter, Filter, PlaceFilter } from '../incidents/query.ts';
import { km } from './data-places.ts';
import type { EntityLinker, PlaceCandidate } from './entity-linker.ts';

const sameKm = 30;
const most = 60;
const both = (some: readonly string[], more: readonly string[]) => [...new Set([...some, ...more])];

const at = ({ lat, lon }: { lat?: number | undefined; lon?: number | undefined }) => ({
  lat: lat ?? null,
  lon: lon ?? null,
});

/** The place that a filter was made of, as the index has it now. */
function placeOf(p: PlaceFilter, names: EntityLinker): PlaceCandidate | undefined {
  const found = names.places(p.name, { exact: true, limit: most, ...(p.country ? { country: p.country } : {}) });
  return found.find(
    (c) => c.name === p.name && c.level === p.level && c.country === p.country && km(at(c), at(p)) <= sameKm,
  );
}

function linkedPlace(p: PlaceFilter, names: EntityLinker): PlaceFilter {
  const place = p.relation === 'in' ? placeOf(p, names) : undefined;
  if (!place) return p;
  return { ...p, countries: both(p.countries, place.countries), dataNames: both(p.dataNames, place.dataNames) };
}

function linkedActor<A extends Pick<ActorFilter, 'name' | 'names'>>(actor: A, names: EntityLinker): A {
  const known = names.actors(actor.name, { exact: true, limit: most }).find(({ name }) => name === actor.name);
  return known ? { ...actor, names: both(actor.names, known.dataNames) } : actor;
}

type Facets = Pick<Filter, 'places' | 'actors'>;

function linkedFacets<F extends Facets>(filter: F, names: EntityLinker): F {
  return {
    ...filter,
    ...(filter.places ? { places: filter.places.map((p) => linkedPlace(p, names)) } : {}),
    ...(filter.actors ? { actors: filter.actors.map((a) => linkedActor(a, names)) } : {}),
  };
}

/**
 * A filter that was made a while ago, with what the data calls its places and actors by now; `names` has learnt them.
 * They are known again by what a filter says of them (name, level, country, position), because an index that is built
 * anew numbers its places anew.
 */
export function linked(filter: Filter, names: EntityLinker): Filter {
  const { pair, attribution, exclude } = filter;
  return {
    ...linkedFacets(filter, names),
    ...(pair ? { pair: [linkedActor(pair[0], names), linkedActor(pair[1], names)] } : {}),
    ...(attribution?.actor ? { attribution: { ...attribution, actor: linkedActor(attribution.actor, names) } } : {}),
    ...(exclude ? { exclude: linkedFacets(exclude, names) } : {}),
  };
}
