import { wholePeriod, withoutPeriods } from './periods.ts';
import type { Filter, Query } from './query.ts';

/** A query with one restriction less, and which. */
export interface RelaxedQuery {
  what: 'any time before' | 'any time' | 'further around' | 'any kind';
  query: Query;
}

const widerKm = [100, 250];

/**
 * Less restricted queries for when nothing matches: before the period, at any time, within a larger radius, of any
 * type, in this order. Each lists the latest incident.
 */
export function relaxQuery(query: Query): RelaxedQuery[] {
  const latest = (filter: Filter): Query => ({
    ...query,
    measure: 'list',
    of: 'incidents',
    by: undefined,
    about: undefined,
    sides: undefined,
    part: undefined,
    order: 'newest',
    limit: 1,
    offset: 0,
    filter,
  });
  const period = wholePeriod(query.filter);
  const timeless = withoutPeriods(query.filter);
  const circle = query.filter.places?.find((p) => p.radiusKm !== undefined && p.level !== 'point');
  const wider = (km: number): Filter => ({
    ...timeless,
    places: query.filter.places?.map((p) => (p.radiusKm === undefined ? p : { ...p, radiusKm: km })),
  });
  const { eventTypes, ...anyKind } = timeless;
  return [
    ...(period?.start
      ? [
          {
            what: 'any time before' as const,
            query: latest({ ...timeless, period: { start: null, end: period.start } }),
          },
        ]
      : []),
    ...(period ? [{ what: 'any time' as const, query: latest(timeless) }] : []),
    ...(circle
      ? widerKm
          .filter((km) => km > (circle.radiusKm ?? 0))
          .map((km) => ({ what: 'further around' as const, query: latest(wider(km)) }))
      : []),
    ...(eventTypes ? [{ what: 'any kind' as const, query: latest(anyKind) }] : []),
  ];
}
