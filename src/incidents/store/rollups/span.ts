import { daysLater } from '../../day-spans.ts';

/**
 * The grains of roll-ups. An ISO day is cut to `length` characters; `begins` and `ends` complete it to the first day and
 * to a bound of the last; `longest` is the number of days of the longest unit.
 */
export const grains = {
  year: { length: 4, begins: '-01-01', ends: '-12-31', longest: 366 },
  month: { length: 7, begins: '-01', ends: '-31', longest: 31 },
  day: { length: 10, begins: '', ends: '', longest: 1 },
} as const;
/** A unit of time by which roll-ups are kept. */
export type Grain = keyof typeof grains;

/** Incidents by their first and their last day, each in a half-open range of ISO days; null is open. */
export interface Span {
  first: Range;
  last: Range;
}
type Range = readonly [from: string | null, before: string | null];

/** A part of a span that is read from the roll-ups of a grain, or for `day` from the incidents themselves. */
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

/** The parts of a range before and after its whole units. */
const edges = ([from, before]: Range, [begin, end]: Range): Range[] =>
  [[from, begin] as const, [end, before] as const].filter(([a, b]) => a !== null && b !== null && a < b);

/**
 * Splits a span into whole years, whole months and remaining days, without overlap. `grains`: those that may be used,
 * the coarsest first.
 */
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
