import { daysLater } from '../../day-spans.ts';
import { type Grain, grains } from './grain.ts';

/** Incidents whose first and last day lie in ranges, half open; null is open. */
export interface Span {
  first: Range;
  last: Range;
}
type Range = readonly [from: string | null, before: string | null];

/** A piece of a span, read from totals by year or month, or from the incidents of its days. */
export interface RollupSlice extends Span {
  grain: Grain;
}

const floor = (day: string, grain: Grain): string => day.slice(0, grains[grain].length) + grains[grain].begins;
const ceil = (day: string, grain: Grain): string => {
  const begun = floor(day, grain);
  return begun === day ? day : floor(daysLater(begun, grains[grain].longest), grain);
};

const whole = ([from, before]: Range, grain: Grain): Range => [
  from === null ? null : ceil(from, grain),
  before === null ? null : floor(before, grain),
];
const empty = ([from, before]: Range): boolean => from !== null && before !== null && from >= before;

/** What a range has before and after the whole units of it. */
const edges = ([from, before]: Range, [begin, end]: Range): Range[] =>
  [[from, begin] as const, [end, before] as const].filter(([a, b]) => a !== null && b !== null && a < b);

/** Takes a span apart into whole years, whole months and the days that are left; nothing is in two of the pieces. */
export function sliceSpan(span: Span, [grain = 'day', ...finer]: readonly Grain[]): RollupSlice[] {
  if (grain === 'day') return [{ ...span, grain }];
  const [first, last] = [whole(span.first, grain), whole(span.last, grain)];
  if (empty(first) || empty(last)) return sliceSpan(span, finer);
  const left = [
    ...edges(span.first, first).map((edge) => ({ first: edge, last: span.last })),
    ...edges(span.last, last).map((edge) => ({ first, last: edge })),
  ];
  return [{ first, last, grain }, ...left.flatMap((rest) => sliceSpan(rest, finer))];
}
