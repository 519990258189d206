import type { Coverage } from './data-profile.ts';
import { daysLater, daysOf } from './day-spans.ts';
import { endOfCountry } from './end-of-country.ts';
import { periodsOf } from './periods.ts';
import type { Filter, Query } from './query.ts';
import { isTimeUnit, unitBefore, unitKey, unitRange, unitsBetween } from './time-units.ts';

/** Days of more than a century. */
const mostUnits = 50_000;

/** First and last day of the data: of one dataset if the filter names it, to the end of its one country. */
function dataSpan(filter: Filter, coverage: Coverage): { first: string; last: string } | undefined {
  const { first, last } = coverage.datasets.find(({ id }) => id === filter.dataset) ?? coverage;
  if (first === null || last === null) return undefined;
  const end = endOfCountry({ query: { filter }, coverage })?.last ?? last;
  return { first, last: end < last ? end : last };
}

/** Whether a query needs to know which units of time its periods have, those in which nothing is counted among them. */
export const needsUnits = ({ measure, by, change, having }: Query): boolean =>
  isTimeUnit(by) &&
  (measure === 'average' ||
    measure === 'median' ||
    change !== undefined ||
    (measure === 'count' && having !== undefined));

/** The keys of the units that have a day both in one of the filter's periods and in the data, in order. */
export function unitsCovered({ filter, by }: Pick<Query, 'filter' | 'by'>, coverage: Coverage): string[] {
  const data = dataSpan(filter, coverage);
  if (!data || !isTimeUnit(by)) return [];
  const keys = (periodsOf(filter) ?? [{ start: null, end: null }]).flatMap((period) => {
    const { from, before } = daysOf(period);
    const first = from === null || from < data.first ? data.first : from;
    const until = before === null ? data.last : daysLater(before, -1);
    const last = until > data.last ? data.last : until;
    if (first > last) return [];
    return unitsBetween(unitKey(Date.parse(first), by), unitKey(Date.parse(last), by), by, mostUnits);
  });
  return [...new Set(keys)].sort();
}

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/**
 * The unit of time before the one that a query's period begins with: what the first of its groups changed from.
 * Undefined without one period that has a beginning.
 */
export function queryBefore({ filter, by, ...query }: Query): Query | undefined {
  const start = filter.period?.start;
  if (!start || !isTimeUnit(by)) return undefined;
  const { start: from, end } = unitRange(unitBefore(unitKey(Date.parse(start.slice(0, 10)), by), by));
  return { ...query, by, filter: { ...filter, period: { start: isoDay(from), end: isoDay(end) } } };
}
