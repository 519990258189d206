import { comparedSides } from '../../incidents/difference.ts';
import { knownQuantity } from '../../incidents/quantities.ts';
import type { Filter, Measure, Quantity, Query } from '../../incidents/query.ts';
import { isTimeUnit, type TimeUnit } from '../../incidents/time-units.ts';
import type { AnswerContext } from '../document/answer-context.ts';

type Side = NonNullable<Query['sides']>[number];

/** What is counted, and around what. */
interface About {
  of: Quantity;
  filter: Filter;
}
export interface Difference extends About {
  /** The first figure less the second. */
  value: number;
  /** Of the second figure; undefined if that is 0. */
  percent: number | undefined;
  sides: [Side, Side];
  figures: [number, number];
}
export interface Ratio extends About {
  value: number;
  sides: [Side, Side];
  figures: [number, number];
}
/** `per`: as of an average. */
interface Median extends About {
  value: number;
  per: Average['per'];
}
export interface Average extends About {
  value: number;
  sum: number;
  /** What the sum was divided by: incidents, or units of time with the keys of the first and the last. */
  per: { incidents: number } | { by: TimeUnit; count: number; first: string; last: string };
}
interface Share extends About {
  /** In percent; `under` it or `over` it where rounding would say none or all. */
  percent: number;
  bound: 'under' | 'over' | undefined;
  part: number;
  whole: number;
  /** Which part; undefined for the civilians among the killed. */
  which: Filter | undefined;
}

/** The sentences of figures that are worked out from others. */
export interface FigureMessages {
  difference(told: Difference): string;
  ratio(told: Ratio): string;
  average(told: Average): string;
  median(told: Median): string;
  share(told: Share): string;
  /** A figure is missing, or what it would be divided by is 0. */
  untold(of: Quantity, filter: Filter): string;
}

/** "1 to 91.5", of a ratio below 1; undefined for others. */
export const inverse = ({ value, figures: [first, second] }: Ratio): number | undefined =>
  value > 0 && value < 1 ? shortened(second / first) : undefined;

/** An average as people say it: "12.4", "0.35". */
export const shortened = (n: number): number => (Math.abs(n) < 1 ? Number(n.toPrecision(2)) : Math.round(n * 10) / 10);

/** "+21", "−3.4" */
export function signedPercent(percent: number, number: (n: number) => string): string {
  const size = Math.abs(percent);
  return `${percent < 0 ? '−' : '+'}${number(size < 10 ? size : Math.round(size))}`;
}

/** What both sides have in common. */
export function common(filter: Filter, sides: readonly Side[]): Filter {
  const replaced = new Set(sides.flatMap((side) => Object.keys(side.filter)));
  if (replaced.has('period') || replaced.has('periods')) replaced.add('period').add('periods');
  return Object.fromEntries(Object.entries(filter).filter(([facet]) => !replaced.has(facet)));
}

function difference(w: FigureMessages, { query, result }: AnswerContext): string {
  const { of, filter, sides = [] } = query;
  const compared = comparedSides(query, result.groups ?? []);
  const about = common(filter, sides);
  const [now, before] = [compared?.of, compared?.than].map((one) => one && knownQuantity(of, one.group));
  if (!compared || now == null || before == null) return w.untold(of, about);
  return w.difference({
    of,
    filter: about,
    value: now - before,
    percent: result.percent ?? undefined,
    sides: [compared.of.side, compared.than.side],
    figures: [now, before],
  });
}

function ratio(w: FigureMessages, { query, result }: AnswerContext): string {
  const { of, filter, sides = [] } = query;
  const about = common(filter, sides);
  const [one, other] = sides;
  const [first, second] = (result.groups ?? []).map((group) => knownQuantity(of, group));
  if (!one || !other || first == null || second == null || result.value == null) return w.untold(of, about);
  return w.ratio({ of, filter: about, value: result.value, sides: [one, other], figures: [first, second] });
}

const divisorOf = ({ query: { by }, result: { units, total, withoutFigure } }: AnswerContext): Average['per'] =>
  units && isTimeUnit(by) ? { by, ...units } : { incidents: total - withoutFigure };

function median(w: FigureMessages, context: AnswerContext): string {
  const { of, filter } = context.query;
  const { value } = context.result;
  return value == null ? w.untold(of, filter) : w.median({ of, filter, value, per: divisorOf(context) });
}

function average(w: FigureMessages, context: AnswerContext): string {
  const { of, filter } = context.query;
  const { value, sum } = context.result;
  return value == null || sum == null
    ? w.untold(of, filter)
    : w.average({ of, filter, value, sum, per: divisorOf(context) });
}

function share(w: FigureMessages, { query: { of, filter, part: which }, result }: AnswerContext): string {
  const { value, part, whole } = result;
  const counted = which ? of : 'killed';
  if (value == null || part == null || whole == null) return w.untold(counted, filter);
  const bound = value === 0 && part > 0 ? 'under' : value === 100 && part < whole ? 'over' : undefined;
  const percent = bound === 'under' ? 0.1 : bound === 'over' ? 99.9 : value;
  return w.share({ of: counted, filter, percent, bound, part, whole, which });
}

/** Whether nobody gives a figure that an average or a share would need. */
export const isUntold = ({ sum, whole }: AnswerContext['result']): boolean => sum === null || whole === null;

const sentences: Partial<Record<Measure, (w: FigureMessages, context: AnswerContext) => string>> = {
  difference,
  ratio,
  average,
  median,
  share,
};

/** The first sentence of a figure that is worked out from others; undefined for other measures. */
export const figureSentence = (w: FigureMessages, context: AnswerContext): string | undefined =>
  sentences[context.query.measure]?.(w, context);
