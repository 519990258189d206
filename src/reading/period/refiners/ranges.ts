import type { ParsingContext, Refiner } from 'chrono-node';
import { add, type Interval } from '../calendar.ts';
import { finer } from '../grain.ts';
import { resolve } from '../resolve.ts';
import type { Steps } from '../steps.ts';
import type { Time } from '../time.ts';
import { clockOf, TimeSpanResult } from '../time-span.ts';

const between = /^(?: ?(?:-|–|to|through|thru|until|untill|till|up to)(?: the)? ?)$/i;
const and = /^ ?,? and (?:the )?$/i;

/** The first that ends after the moment: most are near, few are a year off. */
function nextAfter(time: Time, start: string, steps: Steps): Interval | undefined {
  const within = (months: number) =>
    time.in({ start, end: add(start.slice(0, 10), months, 'month') }, steps).find((i) => i.end > start);
  return within(1) ?? within(13);
}

/** From one time to another, both inside (the end of a clock range is its moment). The first is the latest such; the second the next after it. */
export function rangeOf(a: Time, b: Time): Time {
  const endOf = (i: Interval) => (b.grain === 'clock' ? i.start : i.end);
  const grain = finer(a.grain, b.grain) ? b.grain : a.grain;
  if (b.bounds && !a.bounds)
    return {
      grain,
      closed: true,
      bounds: { start: add(b.bounds.start, -13, 'month'), end: b.bounds.end },
      in: (_, steps) => {
        const last = b.in(b.bounds as Interval, steps).at(-1);
        const first = last && a.in({ start: add(last.start, -1, 'year'), end: last.start }, steps).at(-1);
        return first && last ? [{ start: first.start, end: endOf(last) }] : [];
      },
    };
  return {
    grain,
    closed: true,
    ...(a.bounds ? { bounds: a.bounds } : {}),
    ...(a.latent && b.latent ? { latent: true } : {}),
    in: (span, steps) =>
      a.in(a.bounds ?? span, steps).flatMap((first) => {
        const last = b.bounds ? b.in(b.bounds, steps).at(-1) : nextAfter(b, first.start, steps);
        return last && endOf(last) > first.start ? [{ start: first.start, end: endOf(last) }] : [];
      }),
  };
}

function joined(context: ParsingContext, a: TimeSpanResult, b: TimeSpanResult): TimeSpanResult | undefined {
  // A range ends where it ends: "5 to 5 to 5" is no range of ranges.
  if (!a.time || !b.time || a.time.closed || b.time.closed) return undefined;
  const clock = clockOf(context);
  const middle = context.text.slice(a.to, b.index);
  const lead = context.text.slice(0, a.index).match(/\b(?:(from|between|since)(?: the)?|in|on) $/i);
  const isBetween = lead !== null && /between/i.test(lead[1] ?? '');
  if (!between.test(middle) && !(isBetween && and.test(middle))) return undefined;
  const time = rangeOf(a.time, b.time);
  const meant = resolve(time, clock);
  if (!meant) return undefined;
  const start = lead?.[1] ? a.index - lead[0].length : a.index;
  return Object.assign(new TimeSpanResult(context.reference, start, context.text.slice(start, b.to)), { time });
}

/** "from 3 June to 5 July", "between March 2015 and May 2016", "Nov 18 - Dec 19, 2015". */
export const joinRanges: Refiner = {
  refine(context, results) {
    const made: TimeSpanResult[] = [];
    const all = results as TimeSpanResult[];
    for (const result of all.filter((r) => r.time)) {
      const before = made.at(-1);
      const range = before && joined(context, before, result);
      if (range) made[made.length - 1] = range;
      else made.push(result);
    }
    const leads = all.filter((r) => !r.time && !made.some((m) => r.index < m.to && m.index < r.to));
    return [...made, ...leads].sort((a, b) => a.index - b.index);
  },
};
