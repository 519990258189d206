import type { Database, Row } from '../../../database/database.ts';
import type { Quantity, Unit } from '../../query.ts';
import type { Group } from '../../result.ts';
import type { Dialect } from '../dialect.ts';
import { dialectOf } from '../dialects.ts';
import { quantityIn, quantitySum } from '../quantity-column.ts';
import type { RollupSource } from '../rollup-source.ts';

/** Groups in the order of their keys, and how many incidents belong to none. */
export interface Grouping {
  groups: Group[];
  ungrouped: number;
}

const sumsOf = ({ count }: RollupSource, of: Quantity) =>
  `${count} AS count, coalesce(sum(i.best), 0) AS killed, coalesce(sum(i.civilians), 0) AS civilians, coalesce(sum(i.low), 0) AS low, coalesce(sum(i.high), 0) AS high${quantitySum(of)}`;

const groupOf = (row: Row): Group => ({
  key: String(row.key),
  count: Number(row.count),
  killed: Number(row.killed),
  civilians: Number(row.civilians),
  low: Number(row.low),
  high: Number(row.high),
  ...quantityIn(row),
});

/** All of a source as one group. */
export async function singleGroup(db: Database, source: RollupSource, of: Quantity, key: string): Promise<Group> {
  const { sql, values } = source.from;
  return { ...groupOf((await db.get(`SELECT ${sumsOf(source, of)} FROM ${sql}`, ...values)) ?? {}), key };
}

/** One group for each value of an SQL expression over `i`; rows where it is NULL are ungrouped. */
export async function groupBy(db: Database, key: string, source: RollupSource, of: Quantity): Promise<Grouping> {
  const { sql, values } = source.from;
  const rows = await db.all(`SELECT ${key} AS key, ${sumsOf(source, of)} FROM ${sql} GROUP BY 1 ORDER BY 1`, ...values);
  return {
    groups: rows.filter((r) => r.key !== null).map(groupOf),
    ungrouped: Number(rows.find((r) => r.key === null)?.count ?? 0),
  };
}

/** The key of a unit of time, as SQL: of a column of ISO dates. */
type TimeKey = (column: string, dialect: Dialect) => string;

/** "2020-03-14", "2020-W11", "2020-03", "2020". */
export const timeKeys: Partial<Record<Unit, TimeKey>> & { month: TimeKey } = {
  day: (column) => column,
  week: (column, { weekOf }) => weekOf(column),
  month: (column) => `substr(${column}, 1, 7)`,
  year: (column) => `substr(${column}, 1, 4)`,
};

/** One group for each unit of time. An incident whose date range crosses a border of the unit is ungrouped. */
export async function groupByTime(db: Database, key: TimeKey, source: RollupSource, of: Quantity): Promise<Grouping> {
  const [first, last] = [key('i.first', dialectOf(db)), key('i.last', dialectOf(db))];
  return groupBy(db, `CASE WHEN ${first} = ${last} THEN ${first} END`, source, of);
}

/** Incidents in all: right only where no incident is in two groups. */
export const totalOf = ({ groups, ungrouped }: Grouping): number =>
  groups.reduce((sum, group) => sum + group.count, ungrouped);
