import { hour } from './duration.ts';

/** Limits work to once an hour. `now`: milliseconds, passed by the caller and to the work. */
export function atMostHourly(work: (now: number) => Promise<void>): (now: number) => Promise<void> {
  let last = 0;
  return async (now) => {
    if (now - last < hour) return;
    last = now;
    await work(now);
  };
}
