import { expect, test, vi } from 'vitest';
import { backoff, retry, retryAfter } from '../../src/kernel/retry.ts';

test('it is tried until it succeeds, after the waits that were asked for', async () => {
  const at: number[] = [];
  const work = async () => {
    at.push(performance.now());
    if (at.length < 3) throw new Error('busy');
    return 'taken';
  };
  expect(await retry(work, (_, tries) => 30 * (tries + 1))).toBe('taken');
  const [first = 0, second = 0, third = 0] = at;
  expect(at).toHaveLength(3);
  expect(second - first).toBeGreaterThanOrEqual(28);
  expect(third - second).toBeGreaterThanOrEqual(58);
});

test('an error that no wait mends is thrown at once', async () => {
  const work = vi.fn(() => Promise.reject(new Error('forbidden')));
  await expect(retry(work, () => undefined)).rejects.toThrow('forbidden');
  expect(work).toHaveBeenCalledOnce();
});

test('a wait ends when it is told to stop', async () => {
  const stop = new AbortController();
  const work = vi.fn(() => Promise.reject(new Error('busy')));
  const done = retry(work, () => 60_000, stop.signal);
  setTimeout(() => stop.abort(), 5);
  await expect(done).rejects.toThrow('aborted');
  expect(work).toHaveBeenCalledOnce();
});

test('waits double up to the longest, and never all at the same moment', () => {
  const waits = (tries: number) => Array.from({ length: 200 }, () => backoff(tries, { first: 100, longest: 1000 }));
  for (const [tries, most] of [
    [0, 100],
    [2, 400],
    [9, 1000],
    [5000, 1000],
  ] as const) {
    expect(Math.max(...waits(tries))).toBeLessThanOrEqual(most);
    expect(Math.min(...waits(tries))).toBeGreaterThanOrEqual(most / 2);
    expect(new Set(waits(tries)).size).toBeGreaterThan(5);
  }
});

test.each([
  ['120', 120_000],
  ['Mon, 13 Jul 2020 12:00:30 GMT', 30_000],
  ['Mon, 13 Jul 2020 11:00:00 GMT', 0],
  ['999999', 86_400_000],
  ['soon', undefined],
  [null, undefined],
])('Retry-After: %s', (header, wait) => {
  expect(retryAfter(header, Date.parse('2020-07-13T12:00:00Z'))).toBe(wait);
});
