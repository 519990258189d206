import { type ActorFilter, type Filter, rolesOf } from '../query.ts';
import { all, any, clause, isOneOf, type SqlFragment } from './sql-fragment.ts';
import { coarseClauses, countriesAround } from './where-place.ts';

/** Bounds of the incidents' last days, `[from, before)` as ISO days; null is open. */
export interface Ends {
  from: string | null;
  before: string | null;
}
const anyTime: Ends = { from: null, before: null };

/** Bounds by the last day, country and province, which the tables of actors repeat so that an index covers them. */
function endsAndPlace({ places = [] }: Filter, { from, before }: Ends): SqlFragment[] {
  return [
    ...(from === null ? [] : [clause('last >= ?', from)]),
    ...(before === null ? [] : [clause('last < ?', before)]),
    ...coarseClauses(places),
  ];
}

/**
 * Whether the filter's places are small (a town, a circle): its few incidents are then tested one by one for actors and
 * types.
 */
export const hasPointPlaces = ({ places = [] }: Filter): boolean =>
  places.length > 0 && countriesAround(places) === undefined;

const actorAndRole = ({ names, role }: ActorFilter): SqlFragment[] => {
  const roles = rolesOf[role];
  return [isOneOf('actor', names), ...(roles ? [isOneOf('role', roles)] : [])];
};

/** Tests the incident `i` for an actor in its role. */
export function actorRoleClause(actor: ActorFilter): SqlFragment {
  const { sql, values } = all(actorAndRole(actor));
  return clause(`EXISTS (SELECT 1 FROM part p WHERE p.rid = i.rid AND ${sql})`, ...values);
}

/** Incidents with any of the filter's actors; no clause if it has none. */
export function actorsClause(filter: Filter, ends = anyTime): SqlFragment[] {
  const { actors = [] } = filter;
  if (actors.length === 0) return [];
  if (hasPointPlaces(filter)) return [any(actors.map(actorRoleClause))];
  return [
    any(
      actors.map((actor) => {
        const { sql, values } = all([...actorAndRole(actor), ...endsAndPlace(filter, ends)]);
        return clause(`i.rid IN (SELECT rid FROM part WHERE ${sql})`, ...values);
      }),
    ),
  ];
}

/** Incidents in which the filter's two sides met: two actors that were no allies, one from each; no clause if it has no pair. */
export function pairClause(filter: Filter, ends = anyTime): SqlFragment[] {
  if (!filter.pair) return [];
  const [some, others] = filter.pair.map(({ names }) => names) as [string[], string[]];
  const met = (a: string[], b: string[]) => all([isOneOf('a', a), isOneOf('b', b), ...endsAndPlace(filter, ends)]);
  const [one, other] = [met(some, others), met(others, some)];
  return [
    clause(
      `i.rid IN (SELECT rid FROM met WHERE ${one.sql} UNION ALL SELECT rid FROM met WHERE ${other.sql})`,
      ...one.values,
      ...other.values,
    ),
  ];
}
