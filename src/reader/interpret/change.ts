import type { Frame } from '../../frames/frame.ts';
import type { Period } from '../../incidents/query.ts';
import { isTimeUnit } from '../../incidents/time-units.ts';
import { type Draft, has, says } from '../draft.ts';
import { nameOf } from './period-name.ts';
import { quantityOf } from './quantity.ts';

/** What is said to have changed: which way, and whether in percent. */
interface Asked {
  way: 'up' | 'down' | undefined;
  percent: boolean;
}
type Sides = NonNullable<Frame['sides']>;

/** What the words say of a change, wherever they stand; undefined if nothing is said to have changed. */
export function changeAsked(draft: Draft): Asked | undefined {
  const ways = ['up', 'down', 'any'].filter((way) => says(draft, 'shift', way));
  if (ways.length === 0 && !says(draft, 'stepwise')) return undefined;
  const way = ways.length === 1 && ways[0] !== 'any' ? (ways[0] as Asked['way']) : undefined;
  return { way, percent: says(draft, 'in-percent') };
}

const side = (period: Period) => ({ key: nameOf(period), period });
const day = (iso: string) => Temporal.PlainDate.from(iso.slice(0, 10));
const span = (start: Temporal.PlainDate, end: Temporal.PlainDate): Period => ({
  start: start.toString(),
  end: end.toString(),
});

/** The first and the last year of a range, or month where it is of months; undefined for a single one and for days. */
export function endsOf({ start, end }: Period): Sides | undefined {
  if (start === null || end === null) return undefined;
  const [from, until] = [day(start), day(end)];
  const years = from.dayOfYear === 1 && until.dayOfYear === 1;
  if (!years && (from.day !== 1 || until.day !== 1)) return undefined;
  const unit = years ? { years: 1 } : { months: 1 };
  const [first, last] = [span(from, from.add(unit)), span(until.subtract(unit), until)];
  return first.start === last.start ? undefined : [side(first), side(last)];
}

/** A period and the one of its length before it. */
function beforeAnd({ start, end }: Period): Sides | undefined {
  if (start === null || end === null) return undefined;
  const [from, until] = [day(start), day(end)];
  const months = from.day === 1 && until.day === 1 ? from.until(until, { largestUnit: 'months' }).months : 0;
  const length = months ? { months } : { days: from.until(until).days };
  return [side(span(from.subtract(length), from)), side({ start, end })];
}

const periodsIn = ({ sides }: Frame): boolean =>
  sides?.length === 2 && sides.every(({ period }) => period !== undefined);

/** The two periods between which something changed, and the frame without them. */
function apart(frame: Frame): { rest: Frame; sides: Sides } | undefined {
  if (frame.sides) return periodsIn(frame) ? { rest: frame, sides: frame.sides } : undefined;
  const { period, periods, ...rest } = frame;
  if (periods?.length === 2) return { rest, sides: periods.map(side) };
  const sides = period && (endsOf(period) ?? beforeAnd(period));
  return sides && { rest, sides };
}

/** How much is asked: "by how much", "how much did it rise", "in percent". */
const asksAmount = (draft: Draft, { percent }: Asked): boolean => percent || has(draft, 'count');

/** A question about what changed, in groups or between two periods; undefined if a series or a comparison tells it. */
export function changedOf(draft: Draft, frame: Frame, asked: Asked): Frame | undefined {
  const change = asked.percent ? ('percent' as const) : ('number' as const);
  const { measure, by } = frame;
  const order = asked.way === 'down' ? ('fewest' as const) : ('most' as const);
  const of = quantityOf(draft);
  if (measure === 'rank' && by && isTimeUnit(by)) return { ...frame, of, order, change };
  if (measure === 'rank') {
    const between = apart(frame);
    return between && { ...between.rest, of, order, change, sides: between.sides };
  }
  if (measure === 'trend' && isTimeUnit(by) && has(draft, 'grouping') && severalIn(frame, by))
    return { ...frame, change };
  if (!asksAmount(draft, asked) && !(measure === 'trend' && has(draft, 'grouping'))) return undefined;
  const between =
    measure === 'compare' || measure === 'trend' || measure === 'sum' || measure === 'count' ? apart(frame) : undefined;
  if (!between) return undefined;
  const { by: _, having: __, ...rest } = between.rest;
  return { ...rest, measure: 'difference', of, order: 'newest', limit: 5, sides: between.sides };
}

/** Whether a series has more than one unit. */
function severalIn({ period }: Frame, by: string): boolean {
  if (!period || period.start === null || period.end === null) return true;
  const { years, months, weeks, days } = day(period.start).until(day(period.end), {
    largestUnit: by === 'year' ? 'years' : by === 'day' ? 'days' : by === 'week' ? 'weeks' : 'months',
  });
  return Math.max(years, months / (by === 'quarter' ? 3 : by === 'half' ? 6 : 1), weeks, days) > 1;
}
