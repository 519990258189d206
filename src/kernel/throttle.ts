import { hour } from './duration.ts';

/** Runs the work at most once an hour of the clock it is told. */
export function atMostHourly(work: (now: number) => Promise<void>): (now: number) => Promise<void> {
  let last = 0;
  return async (now) => {
    if (now - last < hour) return;
    last = now;
    await work(now);
  };
}
