import type { Database } from '../../../database/database.ts';
import { knownQuantity } from '../../quantities.ts';
import { type Having, isQuantity, type Query, type Unit } from '../../query.ts';
import type { Group } from '../../result.ts';
import { actorSubquery } from '../actor-subquery.ts';
import { dialectOf } from '../dialects.ts';
import { clause, type SqlFragment } from '../sql-fragment.ts';
import { groupKeys } from './group-keys.ts';
import type { MeasureInput } from './measure.ts';

/** The incidents that a clause selects, with each of their actors where one of the units is that. */
function rowsOf(db: Database, filter: Query['filter'], units: readonly Unit[], inside: SqlFragment): SqlFragment {
  if (units.includes('actor')) return actorSubquery(db, filter, allColumns, inside);
  return clause(`SELECT i.* FROM incident i WHERE ${inside.sql}`, ...inside.values);
}
const allColumns =
  'i.first, i.last, i.when_precision, i.where_precision, i.place, i.admin2, i.admin1, i.country, i.type';

/** How many different ones of a unit each group has, by its key. */
async function distinctIn(input: MeasureInput, by: Unit, of: Unit): Promise<Map<string, number>> {
  const { db, query, matched } = input;
  const rows = rowsOf(db, query.filter, [by, of], matched.inside);
  const [key, one] = [groupKeys[by], groupKeys[of]].map((sql) => sql(dialectOf(db)));
  const counts = await db.all(
    `SELECT ${key} AS key, count(DISTINCT ${one}) AS n FROM (${rows.sql}) i GROUP BY 1`,
    ...rows.values,
  );
  return new Map(counts.map(({ key, n }) => [String(key), Number(n)]));
}

const within = (n: number | null, { min, max }: Having): boolean =>
  n !== null && (min === undefined || n >= min) && (max === undefined || n <= max);

/** The groups that the query's condition keeps. */
export async function withCondition(input: MeasureInput, groups: readonly Group[]): Promise<Group[]> {
  const { having, by = 'actor' } = input.query;
  if (!having) return [...groups];
  const { of } = having;
  if (isQuantity(of)) return groups.filter((group) => within(knownQuantity(of, group), having));
  const distinct = await distinctIn(input, by, of);
  return groups
    .map((group) => ({ ...group, distinct: distinct.get(group.key) ?? 0 }))
    .filter((group) => within(group.distinct, having));
}

/** Whether a group in which nothing is counted is among those that a condition keeps. */
export const keepsEmpty = (having: Having): boolean => within(0, having);
