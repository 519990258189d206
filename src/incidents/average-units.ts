import type { Coverage } from './data-profile.ts';
import { daysLater, daysOf } from './day-spans.ts';
import { endOfCountry } from './end-of-country.ts';
import { periodsOf } from './periods.ts';
import type { Filter, Query } from './query.ts';
import { averageOf } from './ratio.ts';
import type { Result } from './result.ts';
import { isTimeUnit, type TimeUnit, unitKey, unitsBetween } from './time-units.ts';

/** Days of more than a century. */
const mostUnits = 50_000;

/** First and last day of the data: of one dataset if the filter names it, to the end of its one country. */
function dataSpan(filter: Filter, coverage: Coverage): { first: string; last: string } | undefined {
  const { first, last } = coverage.datasets.find(({ id }) => id === filter.dataset) ?? coverage;
  if (first === null || last === null) return undefined;
  const end = endOfCountry({ query: { filter }, coverage })?.last ?? last;
  return { first, last: end < last ? end : last };
}

/** The keys of the units that have a day both in one of the filter's periods and in the data, in order. */
function unitsCovered(filter: Filter, by: TimeUnit, coverage: Coverage): string[] {
  const data = dataSpan(filter, coverage);
  if (!data) return [];
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

/**
 * The result of an average by a unit of time, divided by the units in the question's periods as far as there is data;
 * those in which nothing is counted are among them.
 */
export function averageByUnit(result: Result, { filter, by }: Query, coverage: Coverage): Result {
  const keys = isTimeUnit(by) ? unitsCovered(filter, by, coverage) : [];
  const [first, last] = [keys[0], keys.at(-1)];
  const units = first !== undefined && last !== undefined ? { units: { count: keys.length, first, last } } : {};
  return { ...result, value: averageOf(result.sum ?? null, keys.length), ...units };
}
