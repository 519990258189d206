import { wholePeriod } from './periods.ts';
import { knownQuantity } from './quantities.ts';
import type { Measure, Period, Query } from './query.ts';
import { averageOf, percentOf } from './ratio.ts';
import type { Group } from './result.ts';

/** Whether a measure has a group for each of the query's sides. */
export const comparesSides = (measure: Measure): boolean =>
  measure === 'compare' || measure === 'difference' || measure === 'ratio';

/** Whether a measure is worked out from exactly two sides. */
export const needsTwoSides = (measure: Measure): boolean => measure === 'difference' || measure === 'ratio';

type Side = NonNullable<Query['sides']>[number];
export interface Compared {
  side: Side;
  group: Group;
}

/** What a difference is of and what it is compared with: the later and the earlier period, otherwise in the order asked. */
export function comparedSides(
  { sides = [] }: Pick<Query, 'sides'>,
  groups: readonly Group[],
): { of: Compared; than: Compared } | undefined {
  const [first, second] = sides.flatMap((side, n) => (groups[n] ? [{ side, group: groups[n] }] : []));
  if (!first || !second) return undefined;
  const [one, other] = [wholePeriod(first.side.filter), wholePeriod(second.side.filter)];
  return one && other && isBefore(one, other) ? { of: second, than: first } : { of: first, than: second };
}

/** By the start, then by the end; an open start is before every other, an open end after every other. */
function isBefore(a: Period, b: Period): boolean {
  const [from, until] = [a.start ?? '', b.start ?? ''];
  return from === until ? (a.end ?? '9999') < (b.end ?? '9999') : from < until;
}

/** The difference in people or incidents, and in percent to one decimal; null where it cannot be told. */
export function differenceOf(query: Query, groups: readonly Group[]): { value: number | null; percent: number | null } {
  const compared = comparedSides(query, groups);
  const [now, before] = [compared?.of, compared?.than].map((one) => one && knownQuantity(query.of, one.group));
  if (now == null || before == null) return { value: null, percent: null };
  return { value: now - before, percent: percentOf(now - before, before) };
}

/** Of two periods beside each other: what changed from the earlier to the later one. Empty for other comparisons. */
export function changeBetweenPeriods(query: Query, groups: readonly Group[]) {
  const { sides = [] } = query;
  const periods = sides.length === 2 && sides.every(({ filter }) => Object.keys(filter).join() === 'period');
  return periods ? differenceOf(query, groups) : {};
}

/** How many times the second figure the first is, to four decimals; null where it cannot be told. */
export function ratioOf({ of }: Query, [first, second]: readonly Group[]): number | null {
  return first && second ? averageOf(knownQuantity(of, first), knownQuantity(of, second) ?? 0) : null;
}
