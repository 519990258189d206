import type { Database } from '../../../database/database.ts';
import { withSide } from '../../periods.ts';
import { countedQuantity, knownQuantity } from '../../quantities.ts';
import type { Filter, Query, Unit } from '../../query.ts';
import type { Group, Result } from '../../result.ts';
import { isCycleUnit, isTimeUnit } from '../../time-units.ts';
import { actorless } from '../actor-subquery.ts';
import { chooseSource, type RollupSource } from '../rollup-source.ts';
import type { SqlFragment } from '../sql-fragment.ts';
import { filterClause } from '../where.ts';
import { groupByName } from './group-by-name.ts';
import { type Grouping, singleGroup, totalOf } from './groups.ts';
import type { MeasureInput } from './measure.ts';

async function groupsOf({ db, query, matched }: MeasureInput): Promise<Grouping> {
  const by = query.by ?? 'actor';
  const source = chooseSource(db, { ...query, by }, matched.inside);
  const found = await groupByName(db, by, source, query.of);
  if (by === 'actor') return { ...found, ungrouped: await withoutActors(db, query.filter, matched.inside) };
  return by === 'pair' ? { ...found, ungrouped: matched.total - (await incidentsIn(db, source)) } : found;
}

/** Incidents that name nobody who could be ranked. */
async function withoutActors(db: Database, filter: Filter, inside: SqlFragment): Promise<number> {
  const { sql, values } = actorless(filter, inside);
  return Number((await db.get(sql, ...values))?.n);
}

/** Of a source with several rows for an incident. */
async function incidentsIn(db: Database, { from }: RollupSource): Promise<number> {
  return Number((await db.get(`SELECT count(DISTINCT i.rid) AS n FROM ${from.sql}`, ...from.values))?.n);
}

/** Whether a group is the one actor that the filter names: it is in every incident, so only the others are ranked. */
const isFilteredActor = ({ by, filter: { actors = [] } }: Query, key: string): boolean =>
  by === 'actor' && actors.length === 1 && actors.some(({ names }) => names.includes(key));

const several = new Set<Unit>(['actor', 'pair', 'source']);
/** Whether an incident is in one group only. One with two actors or two sources is in two. */
export const hasDisjointGroups = ({ by }: Query): boolean => by !== undefined && !several.has(by);

/** The page of groups with the most (or fewest) of the query's quantity; groups without a figure come last. */
export async function rank(input: MeasureInput): Promise<Partial<Result>> {
  const { query } = input;
  const all = await groupsOf(input);
  const groups = all.groups.filter(({ key }) => !isFilteredActor(query, key));
  const { ungrouped } = all;
  const weight = (g: Group) => countedQuantity(query.of, g);
  const sign = query.order === 'fewest' ? -1 : 1;
  const unknown = (g: Group) => (knownQuantity(query.of, g) === null ? 1 : 0);
  groups.sort(
    (a, b) =>
      unknown(a) - unknown(b) || sign * (weight(b) - weight(a)) || b.count - a.count || (a.key < b.key ? -1 : 1),
  );
  const total = hasDisjointGroups(query) ? { total: totalOf({ groups, ungrouped }) } : {};
  const fewest = query.order === 'fewest' && (isTimeUnit(query.by) || isCycleUnit(query.by));
  const keys = fewest ? { keys: groups.map(({ key }) => key).sort() } : {};
  const shown = groups.slice(query.offset, query.offset + query.limit);
  return { groups: shown, groupTotal: groups.length, ungrouped, ...keys, ...total };
}

/** One group for each of the query's sides, in their order; a side's own facets replace the common ones. */
export async function compare({ db, query }: MeasureInput): Promise<Partial<Result>> {
  const sides = (query.sides ?? []).map(({ key, filter }) => {
    const joined = withSide(query.filter, filter);
    const source = chooseSource(db, { filter: joined, of: query.of }, filterClause(db, joined));
    return singleGroup(db, source, query.of, key);
  });
  const groups = await Promise.all(sides);
  return { groups, groupTotal: groups.length, total: groups.reduce((n, g) => n + g.count, 0) };
}
