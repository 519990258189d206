import { queryBefore } from '../../covered-units.ts';
import { comparedSides } from '../../difference.ts';
import { emptyGroup, withChange } from '../../group-changes.ts';
import { withSide } from '../../periods.ts';
import type { Query } from '../../query.ts';
import type { Group } from '../../result.ts';
import { isTimeUnit, unitBefore } from '../../time-units.ts';
import { chooseSource } from '../rollup-source.ts';
import { filterClause } from '../where.ts';
import { groupByName } from './group-by-name.ts';
import type { MeasureInput } from './measure.ts';
import { spelledUnits } from './spellings.ts';

async function groupsIn({ db }: MeasureInput, query: Query): Promise<Group[]> {
  const { by = 'actor', filter, of } = query;
  const source = chooseSource(db, { filter, of, by }, filterClause(db, filter));
  return (await groupByName(db, by, source, of)).groups;
}

/** Each unit of time beside the one before it; those with nothing in both are left out. */
export async function changedUnits(input: MeasureInput, groups: readonly Group[]): Promise<Group[]> {
  const { query, covered } = input;
  const { by, of } = query;
  if (!isTimeUnit(by)) return [...groups];
  const earlier = queryBefore(query);
  const [before, asked] = [earlier ? covered(earlier) : [], covered(query)];
  const known = [...(earlier ? await groupsIn(input, earlier) : []), ...groups];
  const found = new Map(known.map((group) => [group.key, group]));
  const there = new Set([...before, ...asked]);
  const at = (key: string) => found.get(key) ?? (there.has(key) ? emptyGroup(key) : undefined);
  const keys = new Set([...groups.map(({ key }) => key), ...asked]);
  return [...keys].sort().flatMap((key) => {
    const [now, then] = [at(key) ?? emptyGroup(key), at(unitBefore(key, by))];
    return now.count + (then?.count ?? 0) > 0 ? [withChange(of, now, then)] : [];
  });
}

const incidentsOf = (groups: readonly Group[]): number => groups.reduce((n, { count }) => n + count, 0);

/** The groups of one side beside those of the other: the later period beside the earlier one, otherwise the first beside the second. */
export async function changedBetweenSides(input: MeasureInput): Promise<{ groups: Group[]; total: number }> {
  const { query } = input;
  const { by = 'actor', of, sides = [], filter } = query;
  const { of: now, than } =
    comparedSides(
      { sides },
      sides.map(({ key }) => emptyGroup(key)),
    ) ?? {};
  if (!now || !than) return { groups: [], total: 0 };
  const all = (side: typeof now) => groupsIn(input, { ...query, filter: withSide(filter, side.side.filter) });
  const [here, there] = [await all(now), await all(than)];
  const fold = spelledUnits[by]?.fold ?? ((key: string) => key);
  const rest = new Map(there.map((group) => [fold(group.key), group]));
  const changed = here.map((group) => {
    const before = rest.get(fold(group.key)) ?? emptyGroup(group.key);
    rest.delete(fold(group.key));
    return withChange(of, group, before);
  });
  const gone = [...rest.values()].map((before) => withChange(of, emptyGroup(before.key), before));
  return { groups: [...changed, ...gone], total: incidentsOf(here) + incidentsOf(there) };
}
