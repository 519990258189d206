import { type Vector, vectorOf } from '../geo/distance.ts';
import { totalsOf } from './casualty-totals.ts';
import type { Incident } from './incident.ts';

/** An incident as the columns that filters test: what the store has in its tables, for matching without it. */
export interface MatchRow {
  id: string;
  dataset: string;
  first: string | null;
  last: string | null;
  whenPrecision: string;
  country: string | undefined;
  admin1: string | undefined;
  admin2: string | undefined;
  place: string | undefined;
  wherePrecision: string;
  /** Degrees; of a recorded line, its first end. */
  lat: number | undefined;
  lon: number | undefined;
  /** The same point on the unit sphere. */
  at: Vector | undefined;
  /** The other end of a recorded line. */
  to: { lat: number; lon: number } | undefined;
  types: readonly string[];
  best: number | null;
  civilians: number | null;
  wounded: number | null;
  actors: Incident['actors'];
  attributions: Incident['attributions'];
  publishers: readonly string[];
  unreviewed: boolean;
}

/** The columns of an incident. `dataset`: the id of its dataset. */
export function toMatchRow(incident: Incident, dataset: string): MatchRow {
  const { when, where } = incident;
  const [a, b] = where.between ?? [];
  const { best, civilians, wounded } = totalsOf(incident);
  const [lat, lon] = [a?.lat ?? where.lat, a?.lon ?? where.lon];
  return {
    id: incident.id,
    dataset,
    first: when.start,
    last: when.end,
    whenPrecision: when.precision,
    country: where.country,
    admin1: where.admin1,
    admin2: where.admin2,
    place: where.place,
    wherePrecision: where.precision,
    lat,
    lon,
    at: lat === undefined || lon === undefined ? undefined : vectorOf(lat, lon),
    to: b ? { lat: b.lat, lon: b.lon } : undefined,
    types: incident.eventTypes,
    best,
    civilians,
    wounded,
    actors: incident.actors,
    attributions: incident.attributions,
    publishers: incident.reports.map((report) => report.publisher),
    unreviewed: incident.flags.includes('unreviewed'),
  };
}
