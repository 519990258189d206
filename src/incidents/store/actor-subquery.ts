import type { Database } from '../../database/database.ts';
import { attackersOnly, type Filter, rolesOf } from '../query.ts';
import { dialectOf } from './dialects.ts';
import { clause, type SqlFragment } from './sql-fragment.ts';

/** The roles that count when actors are ranked; undefined counts all, as where the filter already names an actor. */
export function actingRoles(filter: Filter): readonly string[] | undefined {
  if (attackersOnly(filter)) return ['attacker'];
  return filter.actors || filter.pair ? undefined : rolesOf.attacker;
}

/** SELECT of `columns`, `actor` and `rid`: each actor of each incident once, whatever its roles, except civilians. */
export function actorSubquery(
  db: Database,
  filter: Filter,
  columns: string,
  { sql, values }: SqlFragment,
): SqlFragment {
  const roles = actingRoles(filter);
  const role = roles ? ` AND p.role IN (${roles.map((one) => `'${one}'`).join(', ')})` : '';
  return clause(
    `SELECT DISTINCT ${columns}, p.actor, i.rid FROM incident i ${dialectOf(db).orderedJoin} part p ON p.rid = i.rid WHERE ${sql} AND p.actor <> 'Civilians'${role}`,
    ...values,
  );
}
