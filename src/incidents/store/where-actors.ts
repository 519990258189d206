import { type ActorFilter, type Filter, rolesOf } from '../query.ts';
import { all, any, clause, isOneOf, type SqlFragment } from './sql-fragment.ts';
import { coarseClauses, countriesAround } from './where-place.ts';

/** The last days of the incidents that are looked for: `[from, before)`; null is open. */
export interface Ends {
  from: string | null;
  before: string | null;
}
const anyTime: Ends = { from: null, before: null };

/** What the tables of actors tell of an incident too, so that what an actor did at other times and places is not read. */
function endsAndPlace({ places = [] }: Filter, { from, before }: Ends): SqlFragment[] {
  return [
    ...(from === null ? [] : [clause('last >= ?', from)]),
    ...(before === null ? [] : [clause('last < ?', before)]),
    ...coarseClauses(places),
  ];
}

/** Near a town there are few incidents: each is looked at for its actors. Elsewhere what the actor did is found first. */
export const hasPointPlaces = ({ places = [] }: Filter): boolean =>
  places.length > 0 && countriesAround(places) === undefined;

const actorAndRole = ({ names, role }: ActorFilter): SqlFragment[] => {
  const roles = rolesOf[role];
  return [isOneOf('actor', names), ...(roles ? [isOneOf('role', roles)] : [])];
};

/** Of the incident at hand. */
export function actorRoleClause(actor: ActorFilter): SqlFragment {
  const { sql, values } = all(actorAndRole(actor));
  return clause(`EXISTS (SELECT 1 FROM part p WHERE p.rid = i.rid AND ${sql})`, ...values);
}

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

/** Two different actors, one of each side. */
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
