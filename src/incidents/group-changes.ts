import { knownQuantity } from './quantities.ts';
import type { Query } from './query.ts';
import { percentOf } from './ratio.ts';
import type { Group } from './result.ts';

/** A group of which nothing is counted. */
export const emptyGroup = (key: string): Group => ({ key, count: 0, killed: 0, civilians: 0, low: 0, high: 0 });

/** A group beside what it was before: an empty group where that was nothing, undefined where it is not known. */
export function withChange(of: Query['of'], now: Group, earlier: Group | undefined): Group {
  const [figure, before] = [knownQuantity(of, now), earlier ? knownQuantity(of, earlier) : null];
  if (figure === null || before === null) return { ...now, before, change: null, percent: null };
  return { ...now, before, change: figure - before, percent: percentOf(figure - before, before) };
}

/** What a group is ranked by: its change, how many different ones it has, or its figure; null where that is not known. */
export function weightOf({ of, change, having }: Pick<Query, 'of' | 'change' | 'having'>, group: Group): number | null {
  if (change) return (change === 'number' ? group.change : group.percent) ?? null;
  if (having && group.distinct !== undefined) return group.distinct;
  return knownQuantity(of, group);
}
