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
  return clause(
    `SELECT DISTINCT ${columns}, p.actor, i.rid FROM incident i ${dialectOf(db).orderedJoin} part p ON p.rid = i.rid WHERE ${sql} AND ${isRanked(filter)}`,
    ...values,
  );
}

/** Whether an actor `p` of an incident is ranked. */
function isRanked(filter: Filter): string {
  const roles = actingRoles(filter);
  return `p.actor <> 'Civilians'${roles ? ` AND p.role IN (${roles.map((one) => `'${one}'`).join(', ')})` : ''}`;
}

/** SELECT of `n`: how many incidents have no actor that is ranked. */
export const actorless = (filter: Filter, { sql, values }: SqlFragment): SqlFragment =>
  clause(
    `SELECT count(*) AS n FROM incident i WHERE ${sql} AND NOT EXISTS (SELECT 1 FROM part p WHERE p.rid = i.rid AND ${isRanked(filter)})`,
    ...values,
  );

/**
 * Who was against whom: two on different sides, two who alone fought each other, and an attacker and whom it attacked.
 * Of three who fought, records without sides do not tell which were allies.
 */
const opposed = [
  "m.across = 1 AND p.role <> 'other' AND q.role <> 'other'",
  "p.role = 'party' AND q.role = 'party' AND (SELECT count(*) FROM part o WHERE o.rid = m.rid AND o.role = 'party') = 2",
  "p.role = 'attacker' AND q.role IN ('target', 'victim')",
  "q.role = 'attacker' AND p.role IN ('target', 'victim')",
];

/**
 * SELECT of `columns`, `pair` ("A | B", in the order of the names) and `rid`: every two opponents of each incident once,
 * except civilians.
 */
export function pairSubquery(db: Database, columns: string, { sql, values }: SqlFragment): SqlFragment {
  const { orderedJoin: join } = dialectOf(db);
  const side = (as: string, actor: string) => `${join} part ${as} ON ${as}.rid = m.rid AND ${as}.actor = ${actor}`;
  return clause(
    `SELECT DISTINCT ${columns}, m.a || ' | ' || m.b AS pair, i.rid FROM incident i ${join} met m ON m.rid = i.rid ${side('p', 'm.a')} ${side('q', 'm.b')}
     WHERE ${sql} AND m.a <> 'Civilians' AND m.b <> 'Civilians' AND (${opposed.map((one) => `(${one})`).join(' OR ')})`,
    ...values,
  );
}
