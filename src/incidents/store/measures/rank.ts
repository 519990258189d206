import type { Database } from '../../../database/database.ts';
import { changeBetweenPeriods } from '../../difference.ts';
import { weightOf } from '../../group-changes.ts';
import { withSide } from '../../periods.ts';
import type { Filter, Query, Unit } from '../../query.ts';
import type { Group, Result } from '../../result.ts';
import { isCycleUnit, isTimeUnit } from '../../time-units.ts';
import { actorless } from '../actor-subquery.ts';
import { chooseSource, type RollupSource } from '../rollup-source.ts';
import type { SqlFragment } from '../sql-fragment.ts';
import { filterClause } from '../where.ts';
import { changedBetweenSides, changedUnits } from './changed-groups.ts';
import { groupByName } from './group-by-name.ts';
import { type Grouping, singleGroup, totalOf } from './groups.ts';
import { keepsEmpty, withCondition } from './having.ts';
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
/**
 * Whether the groups hold each incident once: one with two actors or two sources is in two, and some are in none that is
 * kept.
 */
export const hasTotalInGroups = ({ by, having, change }: Query): boolean =>
  by !== undefined && !several.has(by) && !having && !change;

interface Asked extends Grouping {
  /** The keys of the groups before the query's condition. */
  found: ReadonlySet<string>;
  /** Incidents of both sides, where groups of sides are compared. */
  total?: number;
}

/** The groups that the query's conditions keep, with what changed in them. */
async function groupsAsked(input: MeasureInput): Promise<Asked> {
  const { query } = input;
  if (query.change && query.sides) {
    const { groups, total } = await changedBetweenSides(input);
    return { groups: await withCondition(input, groups), found: keysOf(groups), ungrouped: 0, total };
  }
  const { groups, ungrouped } = await groupsOf(input);
  const changed = query.change ? await changedUnits(input, groups) : groups;
  return { groups: await withCondition(input, changed), found: keysOf(groups), ungrouped };
}

const keysOf = (groups: readonly Group[]): ReadonlySet<string> => new Set(groups.map(({ key }) => key));

/**
 * The page of groups with the most (or fewest) of the query's quantity, of different ones of a unit, or with the greatest
 * rise (or fall); groups for which that is not known come last.
 */
export async function rank(input: MeasureInput): Promise<Partial<Result>> {
  return pageOf(input.query, await groupsAsked(input));
}

function pageOf(query: Query, { groups: all, ungrouped, total: both }: Asked): Partial<Result> {
  const groups = all.filter(({ key }) => !isFilteredActor(query, key));
  const weight = (g: Group) => weightOf(query, g) ?? 0;
  const sign = query.order === 'fewest' ? -1 : 1;
  const unknown = (g: Group) => (weightOf(query, g) === null ? 1 : 0);
  groups.sort(
    (a, b) =>
      unknown(a) - unknown(b) || sign * (weight(b) - weight(a)) || b.count - a.count || (a.key < b.key ? -1 : 1),
  );
  const inGroups = hasTotalInGroups(query) ? totalOf({ groups, ungrouped }) : both;
  const total = inGroups === undefined ? {} : { total: inGroups };
  const fewest = query.order === 'fewest' && (isTimeUnit(query.by) || isCycleUnit(query.by));
  const keys = fewest && !query.change ? { keys: groups.map(({ key }) => key).sort() } : {};
  const shown = groups.slice(query.offset, query.offset + query.limit);
  return { groups: shown, groupTotal: groups.length, ungrouped, ...keys, ...total };
}

/** How many groups the conditions keep; of units of time also those in which nothing is counted, if they are among them. */
export async function countGroups(input: MeasureInput): Promise<Partial<Result>> {
  const { query, covered } = input;
  const asked = await groupsAsked(input);
  const ranked = pageOf(query, asked);
  const empty = query.having && keepsEmpty(query.having) ? covered(query).filter((key) => !asked.found.has(key)) : [];
  return { ...ranked, value: (ranked.groupTotal ?? 0) + empty.length, ...(empty.length ? { empty } : {}) };
}

/** One group for each of the query's sides, in their order; a side's own facets replace the common ones. */
export async function compare({ db, query }: MeasureInput): Promise<Partial<Result>> {
  const sides = (query.sides ?? []).map(({ key, filter }) => {
    const joined = withSide(query.filter, filter);
    const source = chooseSource(db, { filter: joined, of: query.of }, filterClause(db, joined));
    return singleGroup(db, source, query.of, key);
  });
  const groups = await Promise.all(sides);
  const total = groups.reduce((n, g) => n + g.count, 0);
  return { groups, groupTotal: groups.length, total, ...changeBetweenPeriods(query, groups) };
}
