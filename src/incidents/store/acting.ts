import type { Database } from '../../database/database.ts';
import type { Filter } from '../query.ts';
import { type Clause, clause } from './clause.ts';
import { dialectOf } from './dialect.ts';

/** Attacks on civilians are done by one side; elsewhere both sides took part. */
export const attackersOnly = (filter: Filter) =>
  filter.eventTypes?.some((t) => t === 'one-sided' || t === 'attack-on-civilians') ?? false;

/** Each actor of each incident once, however many roles it had; civilians are nobody who did anything. */
export function acting(db: Database, filter: Filter, columns: string, { sql, values }: Clause): Clause {
  const role = attackersOnly(filter) ? " AND p.role = 'attacker'" : '';
  return clause(
    `SELECT DISTINCT ${columns}, p.actor, i.rid FROM incident i ${dialectOf(db).join} part p ON p.rid = i.rid WHERE ${sql} AND p.actor <> 'Civilians'${role}`,
    ...values,
  );
}
