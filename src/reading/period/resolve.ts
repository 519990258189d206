import { add, type Clock, type Interval, lastDay, unitAt, year, yearAt } from './calendar.ts';
import type { Time } from './time.ts';

/** The one that is meant: the latest that has begun, else the next. None where finding it takes more steps than are left. */
export function resolve(time: Time, clock: Clock): Interval | undefined {
  const found = meant(time, clock);
  return clock.steps.left < 0 ? undefined : found;
}

/** The thread's own one: the only one in its period, else in the month, the week, the year where that ends. */
function ofThread(time: Time, { steps, anchor }: Clock): Interval | undefined {
  const at = anchor?.end ? lastDay(anchor.end) : anchor?.start;
  if (!anchor || !at) return undefined;
  const { start, end } = anchor;
  const whole = start !== null && end !== null ? [{ start, end }] : [];
  const near = [...whole, ...(['month', 'week', 'year'] as const).map((unit) => unitAt(at, unit))];
  for (const span of near) {
    const [only, more] = time.in(span, steps);
    if (only && !more) return only;
  }
  return near[0] && time.in(near[0], steps).at(-1);
}

function meant(time: Time, clock: Clock): Interval | undefined {
  if (time.bounds) return time.in(time.bounds, clock.steps)[0];
  const told = ofThread(time, clock);
  if (told) return told;
  const begun = (span: Interval) => time.in(span, clock.steps).findLast((i) => i.start <= clock.now);
  const near = add(clock.today, -35, 'day');
  const found =
    begun({ start: near, end: add(clock.today, 1, 'day') }) ?? begun({ start: add(near, -1, 'year'), end: near });
  if (found) return found;
  const now = yearAt(clock.today);
  for (let y = now - 1; y > now - 41; y--) {
    const one = begun(year(y));
    if (one) return one;
  }
  return time.in({ start: clock.today, end: add(clock.today, 8, 'year') }, clock.steps)[0];
}
