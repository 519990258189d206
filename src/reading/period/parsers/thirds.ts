import { add, daysIn, type Interval } from '../calendar.ts';
import { changed, type Time } from '../time.ts';

/** First, middle and last third; of a week its first, middle and last three days. */
function third(whole: Interval, n: 0 | 1 | 2): Interval {
  const days = daysIn(whole);
  if (days === 365 || days === 366)
    return { start: add(whole.start, 4 * n, 'month'), end: add(whole.start, 4 * (n + 1), 'month') };
  if (days > 3000)
    return {
      start: add(whole.start, [0, 3, 7][n] as number, 'year'),
      end: add(whole.start, [3, 7, 10][n] as number, 'year'),
    };
  if (days === 7)
    return {
      start: add(whole.start, [0, 2, 4][n] as number, 'day'),
      end: add(whole.start, [3, 5, 7][n] as number, 'day'),
    };
  const size = days >= 28 && days <= 31 ? 10 : Math.floor(days / 3);
  return {
    start: add(whole.start, size * n, 'day'),
    end: n === 2 ? whole.end : add(whole.start, size * (n + 1), 'day'),
  };
}

/** The first, middle or last third of a time; undefined for what is too short to have thirds. */
export const thirdOf = (n: 0 | 1 | 2) => (time: Time) =>
  ['week', 'month', 'season', 'quarter', 'half', 'year', 'decade', 'century'].includes(time.grain)
    ? changed(time, 'month', (i) => third(i, n))
    : undefined;
