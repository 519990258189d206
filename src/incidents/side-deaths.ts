import type { IncidentRecord } from './incident.ts';
import type { ActorPart } from './schema.ts';

/**
 * The dead of an actor's side, in people: 0 where the record tells its dead apart and names none of that side; null where
 * it does not tell them apart, or the actor is no party to it. The allies of a side have one figure together.
 */
export function lostBy(record: IncidentRecord, { side, role }: ActorPart): number | null {
  if (record.kind !== 'incident' || side === undefined || (role !== 'party' && role !== 'attacker')) return null;
  const groups = record.casualties.flatMap(({ group, killed, account }) =>
    group !== 'all' && account === undefined && typeof killed === 'object' ? [{ group, best: killed.best }] : [],
  );
  if (groups.length === 0) return null;
  const together = record.actors
    .filter((a) => a.side === side)
    .map(({ actor }) => actor)
    .join(', ');
  return groups.filter(({ group }) => group === together).reduce((n, { best }) => n + best, 0);
}
