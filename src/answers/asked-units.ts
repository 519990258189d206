import { periodsOf } from '../incidents/periods.ts';
import type { Period } from '../incidents/query.ts';
import { unitRange } from '../incidents/time-units.ts';
import { day } from '../kernel/duration.ts';
import type { AnswerContext } from './document/answer-context.ts';

/** More units of time than this are neither drawn nor looked through. */
export const mostUnits = 400;

interface Range {
  start: number;
  end: number;
}
/** A period in milliseconds. */
const rangeOf = ({ start, end }: Period): Range => ({
  start: start === null ? Number.NEGATIVE_INFINITY : Date.parse(start.slice(0, 10)),
  end: end === null ? Number.POSITIVE_INFINITY : Date.parse(end.slice(0, 10)),
});
const anyTime: readonly Period[] = [{ start: null, end: null }];
/** The question's periods in milliseconds. */
export const askedRanges = ({ query: { filter } }: AnswerContext) => (periodsOf(filter) ?? anyTime).map(rangeOf);

/** Whether a unit has a part in any of the question's periods. */
export const isAsked = (asked: readonly Range[], key: string): boolean => {
  const { start, end } = unitRange(key);
  return asked.some((period) => start < period.end && end > period.start);
};

/** Whether a unit reaches beyond the question's period or the end of the data. */
export function isPartial(asked: readonly Range[], key: string, data: string | undefined): boolean {
  const { start, end } = unitRange(key);
  const known = data === undefined ? Number.POSITIVE_INFINITY : Date.parse(data) + day;
  return asked.every((period) => start < period.start || end > period.end) || end > known;
}
