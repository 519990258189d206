import type { ParsingContext, Refiner } from 'chrono-node';
import { add, type Clock, type Interval, month, unitAt, year } from '../calendar.ts';
import { resolve } from '../resolve.ts';
import { fixed, type Time, within } from '../time.ts';
import { clockOf, TimeSpanResult } from '../time-span.ts';
import { isNumbered, isWeekday, joint, monthOf, yearFigures } from '../words.ts';

const apart = new RegExp(`^${joint}(?:(?:in|on|at|for|during) )?(?:the )?$`, 'i');
const bareYear = new RegExp(`^(?:in )?${yearFigures}$`);
const partsOfYear = ['month', 'season', 'quarter', 'half'];

const isDecember = (words: string) => monthOf(words.trim()) === 12;

/** Where the earlier member of a list lies, told only at the later one: its month, its week, its year. */
function placeOf(a: TimeSpanResult, b: TimeSpanResult, at: Interval): Time | undefined {
  const [x, y] = [a.time as Time, b.time as Time];
  if (x.grain !== y.grain) return undefined;
  if (x.grain === 'day' && isNumbered(a.text)) return fixed(unitAt(at.start, 'month'), 'month');
  if (!y.bounds) return undefined;
  if (x.grain === 'day' && isWeekday(a.text)) return fixed(unitAt(at.start, 'week'), 'week');
  if (x.grain !== 'day' && !partsOfYear.includes(x.grain)) return undefined;
  // "December and January 2016"
  const before = x.grain === 'month' && isDecember(a.text) && at.start.slice(5, 7) === '01' ? -1 : 0;
  return fixed(unitAt(add(at.start, before, 'year'), 'year'), 'year');
}

/** "January and March 2016", "the 3rd and 5th of May": the year or the month goes to the earlier member too. */
function backwards(a: TimeSpanResult, b: TimeSpanResult, clock: Clock): Time | undefined {
  const at = a.time?.bounds || a.opened || b.opened || !b.time ? undefined : resolve(b.time, clock);
  const place = at && placeOf(a, b, at);
  const time = place && within(a.time as Time, place);
  return time && resolve(time, clock) ? { ...time, latent: false } : undefined;
}

/** "March 2015 and 2016": the month goes to the later year too. */
function forwards(a: TimeSpanResult, b: TimeSpanResult, clock: Clock): Time | undefined {
  const [, y] = b.text.match(bareYear) ?? [];
  if (!y || !a.time?.bounds || a.opened || b.opened || a.time.grain === 'year') return undefined;
  if (a.time.recurs) return within(a.time.recurs, fixed(year(Number(y)), 'year'));
  const at = a.time.grain === 'month' && !a.time.closed ? resolve(a.time, clock) : undefined;
  return at && fixed(month(Number(y), Number(at.start.slice(5, 7))), 'month');
}

const retimed = (context: ParsingContext, { index, text }: TimeSpanResult, time: Time) =>
  Object.assign(new TimeSpanResult(context.reference, index, text), { time });

/** Members of a list stay apart, each with all that is told of it. */
export const applyLists: Refiner = {
  refine(context, results) {
    const all = [...results] as TimeSpanResult[];
    const clock = clockOf(context);
    const listed = (i: number) => {
      const [a, b] = [all[i - 1], all[i]];
      return a?.time && b?.time && apart.test(context.text.slice(a.to, b.index)) ? ([a, b] as const) : undefined;
    };
    for (let i = all.length - 1; i > 0; i--) {
      const pair = listed(i);
      const time = pair && backwards(...pair, clock);
      if (pair && time) all[i - 1] = retimed(context, pair[0], time);
    }
    for (let i = 1; i < all.length; i++) {
      const pair = listed(i);
      const time = pair && forwards(...pair, clock);
      if (pair && time) all[i] = retimed(context, pair[1], time);
    }
    return all;
  },
};
