import type { Clock } from '../../src/alerts/clock.ts';

export interface FakeClock extends Clock {
  /** It is later by so many milliseconds. */
  advance(milliseconds: number): void;
  /** Who sleeps looks again, at the same time. */
  wake(): void;
  /** How much later it is whenever somebody looks. */
  stride: number;
}

/** A clock that stands still until it is moved. Who sleeps wakes when the time has come, or when woken. */
export function fakeClock(start: number): FakeClock {
  let time = start;
  let sleepers: { until: number; wake: () => void }[] = [];
  const wakeThose = (which: (sleeper: { until: number }) => boolean) => {
    const woken = sleepers.filter(which);
    sleepers = sleepers.filter((one) => !woken.includes(one));
    for (const { wake } of woken) wake();
  };
  const clock: FakeClock = {
    stride: 0,
    now: () => (time += clock.stride),
    sleep: (milliseconds, signal) =>
      new Promise((wake) => {
        if (signal.aborted) return wake();
        sleepers.push({ until: time + milliseconds, wake });
        signal.addEventListener('abort', () => wake(), { once: true });
      }),
    advance(milliseconds) {
      time += milliseconds;
      wakeThose(({ until }) => until <= time);
    },
    wake: () => wakeThose(() => true),
  };
  return clock;
}
