import type { Filter } from '../../incidents/query.ts';

/** The earlier filter with what is said now put in its place: a new place replaces the place, a new period the period. */
export function carriedOver(before: Filter, now: Filter): Filter {
  const kept = { ...before };
  if (now.actors || now.pair) {
    delete kept.actors;
    delete kept.pair;
  }
  if (now.eventTypes?.every((t) => t === 'violence') && before.eventTypes)
    return { ...kept, ...now, eventTypes: before.eventTypes, ...merged(before, now) };
  return { ...kept, ...now, ...merged(before, now) };
}

const merged = (before: Filter, now: Filter): Pick<Filter, 'exclude'> =>
  before.exclude || now.exclude ? { exclude: { ...before.exclude, ...now.exclude } } : {};

/** "make it 20 km": the distance alone changes. */
export function withDistance(filter: Filter, km: number): Filter {
  return {
    ...filter,
    places: filter.places?.map((p) =>
      p.lat === undefined ? p : { ...p, relation: p.relation === 'between' ? 'between' : 'near', radiusKm: km },
    ),
  };
}
