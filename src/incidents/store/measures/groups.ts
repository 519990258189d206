import type { Database, Row } from '../../../database/database.ts';
import type { Quantity, Unit } from '../../query.ts';
import type { Group } from '../../result.ts';
import { dialectOf } from '../dialects.ts';
import { quantityIn, quantitySum } from '../quantity-column.ts';
import type { RollupSource } from '../rollup-source.ts';
import type { SqlFragment } from '../sql-fragment.ts';
import { groupKeys } from './group-keys.ts';

/** Groups in the order of their keys, and how many incidents belong to none. */
export interface Grouping {
  groups: Group[];
  ungrouped: number;
}

/** Roll-ups have 0 where no incident has a figure; how many have one tells the two apart. */
const sumsOf = ({ count, known }: RollupSource, of: Quantity) =>
  `${count} AS count, ${known('i.best')} AS killed_known, ${known('i.civilians')} AS civilians_known, coalesce(sum(i.best), 0) AS killed, coalesce(sum(i.civilians), 0) AS civilians, coalesce(sum(i.low), 0) AS low, coalesce(sum(i.high), 0) AS high${quantitySum(of)}`;

/** Null where there are incidents and none has a figure. */
const figureOf = (row: Row, name: 'killed' | 'civilians'): number | null =>
  Number(row[`${name}_known`]) || Number(row.count) === 0 ? Number(row[name]) : null;

const groupOf = (row: Row): Group => ({
  key: String(row.key),
  count: Number(row.count),
  killed: figureOf(row, 'killed'),
  civilians: figureOf(row, 'civilians'),
  low: Number(row.low),
  high: Number(row.high),
  ...quantityIn(row),
});

/** All of a source as one group. */
export async function singleGroup(db: Database, source: RollupSource, of: Quantity, key: string): Promise<Group> {
  const { sql, values } = source.from;
  return { ...groupOf((await db.get(`SELECT ${sumsOf(source, of)} FROM ${sql}`, ...values)) ?? {}), key };
}

/** One group for each key of a unit, as the data writes it; incidents without one are ungrouped. */
export async function groupBy(db: Database, by: Unit, source: RollupSource, of: Quantity): Promise<Grouping> {
  const { sql, values } = source.from;
  const key = groupKeys[by](dialectOf(db));
  const rows = await db.all(`SELECT ${key} AS key, ${sumsOf(source, of)} FROM ${sql} GROUP BY 1 ORDER BY 1`, ...values);
  return {
    groups: rows.filter((r) => r.key !== null).map(groupOf),
    ungrouped: Number(rows.find((r) => r.key === null)?.count ?? 0),
  };
}

/** The groups with some values of a column by their country: '' where the data gives none. */
export async function groupByCountry(
  db: Database,
  by: Unit,
  { source, of, some: { sql: among, values: names } }: { source: RollupSource; of: Quantity; some: SqlFragment },
): Promise<{ country: string; group: Group }[]> {
  const { sql, values } = source.from;
  const key = groupKeys[by](dialectOf(db));
  const rows = await db.all(
    `SELECT ${key} AS key, coalesce(i.country, '') AS in_country, ${sumsOf(source, of)} FROM (SELECT i.* FROM ${sql}) i WHERE ${among} GROUP BY 1, 2 ORDER BY 1, 2`,
    ...values,
    ...names,
  );
  return rows.filter((r) => r.key !== null).map((row) => ({ country: String(row.in_country), group: groupOf(row) }));
}

/** Incidents in all: right only where no incident is in two groups. */
export const totalOf = ({ groups, ungrouped }: Grouping): number =>
  groups.reduce((sum, group) => sum + group.count, ungrouped);
