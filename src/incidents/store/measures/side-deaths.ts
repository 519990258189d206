import type { ActorFilter, Query } from '../../query.ts';
import type { Result } from '../../result.ts';
import { clause, isOneOf, type SqlFragment } from '../sql-fragment.ts';
import type { MeasureInput } from './measure.ts';

const government = "p.actor LIKE 'Government of %'";
const sidesOf: Record<NonNullable<Query['lost']>, (query: Query) => SqlFragment> = {
  governments: () => clause(government),
  groups: () => clause(`NOT (${government})`),
  own: ({ filter: { actors = [] } }) =>
    isOneOf(
      'p.actor',
      actors.flatMap(({ names }) => names),
    ),
};

/** The dead of the sides that some actors stand on, each side of an incident once, and of how many incidents. */
async function deadOf({ db, matched: { inside } }: MeasureInput, actors: SqlFragment) {
  const row = await db.get(
    `SELECT coalesce(sum(s.n), 0) AS killed, count(DISTINCT s.rid) AS incidents FROM (
       SELECT p.rid AS rid, p.side AS side, max(p.lost) AS n FROM part p JOIN incident i ON i.rid = p.rid
       WHERE p.lost IS NOT NULL AND ${actors.sql} AND ${inside.sql} GROUP BY p.rid, p.side) s`,
    ...actors.values,
    ...inside.values,
  );
  return { killed: Number(row?.killed ?? 0), incidents: Number(row?.incidents ?? 0) };
}

/** The dead of the governments' sides, of everybody else's who fought, or of those that the filter names. */
export async function lostSum(input: MeasureInput, lost: NonNullable<Query['lost']>): Promise<Partial<Result>> {
  const told = await deadOf(input, clause('TRUE'));
  const { killed } = await deadOf(input, sidesOf[lost](input.query));
  return { value: told.incidents ? killed : null, withoutFigure: input.matched.total - told.incidents };
}

/** The dead of the one actor that a filter names; undefined where not every incident tells them apart. */
export async function ownDead(input: MeasureInput, { names }: ActorFilter): Promise<Pick<Result, 'own'>> {
  const { killed, incidents } = await deadOf(input, isOneOf('p.actor', names));
  return incidents > 0 && incidents === input.matched.total ? { own: killed } : {};
}
