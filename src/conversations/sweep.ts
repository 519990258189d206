const hour = 60 * 60 * 1000;

/** Runs the work at most once an hour of the clock it is told. */
export function hourly(work: (now: number) => void): (now: number) => void {
  let last = 0;
  return (now) => {
    if (now - last < hour) return;
    last = now;
    work(now);
  };
}
