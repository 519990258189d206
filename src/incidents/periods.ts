import { daysOf } from './day-spans.ts';
import type { Filter, Period } from './query.ts';

type Periods = Pick<Filter, 'period' | 'periods'>;

/** The periods of a filter, any of which holds an incident; undefined if it has none. A single one goes before several. */
export const periodsOf = ({ period, periods }: Periods): readonly Period[] | undefined =>
  period ? [period] : periods?.length ? periods : undefined;

/**
 * The stretches of time in which an incident may lie: periods that meet or overlap are one, so that what began in one of
 * two neighbouring days and ended in the other is in both.
 */
export function stretchesOf(filter: Periods): readonly Period[] | undefined {
  const sorted = [...(periodsOf(filter) ?? [])].sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1));
  const joined: Period[] = [];
  for (const period of sorted) {
    const last = joined.at(-1);
    if (last && (last.end === null || period.start === null || period.start <= last.end))
      joined[joined.length - 1] = hull(last, period);
    else joined.push(period);
  }
  return joined.length ? joined : undefined;
}

/** From the earliest start to the latest end of a filter's periods; undefined if it has none. */
export function wholePeriod(filter: Periods): Period | undefined {
  const [first, ...more] = periodsOf(filter) ?? [];
  return first && more.reduce(hull, first);
}

const hull = (a: Period, b: Period): Period => ({
  start: a.start === null || b.start === null ? null : a.start < b.start ? a.start : b.start,
  end: a.end === null || b.end === null ? null : a.end > b.end ? a.end : b.end,
});

/** The stretch in which two periods are both, if there is one. */
export function overlap(a: Period, b: Period): Period | undefined {
  const start = a.start === null ? b.start : b.start === null || a.start > b.start ? a.start : b.start;
  const end = a.end === null ? b.end : b.end === null || a.end < b.end ? a.end : b.end;
  return start !== null && end !== null && start >= end ? undefined : { start, end };
}

/** What is left of the periods without others; empty where nothing is. */
export const without = (periods: readonly Period[], gone: readonly Period[]): Period[] =>
  gone.reduce<Period[]>(
    (left, { start, end }) => {
      const before = start === null ? [] : [{ start: null, end: start }];
      const after = end === null ? [] : [{ start: end, end: null }];
      return left.flatMap((p) => [...before, ...after].flatMap((rest) => overlap(p, rest) ?? []));
    },
    [...periods],
  );

/** A filter without its period or periods. */
export const withoutPeriods = ({ period, periods, ...filter }: Filter): Filter => filter;

/** A filter with the facets of a side of a comparison in the place of its own; a period of the side replaces several. */
export const withSide = (filter: Filter, side: Filter): Filter => ({
  ...(periodsOf(side) ? withoutPeriods(filter) : filter),
  ...side,
});

/** Whether no day is in two of the periods. */
export function areDisjoint(periods: readonly Period[]): boolean {
  const days = periods.map(daysOf).sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  return days.every(({ before }, n) => {
    const next = days[n + 1];
    return next === undefined || (before !== null && next.from !== null && before <= next.from);
  });
}
