import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type TimeUnit, unitKey, unitRange, unitsBetween } from '../../src/incidents/time-units.ts';

const units: TimeUnit[] = ['day', 'week', 'month', 'quarter', 'half', 'year'];
const iso = (at: number) => new Date(at).toISOString().slice(0, 10);

test.each<[string, string, string]>([
  ['2016', '2016-01-01', '2017-01-01'],
  ['2016-H1', '2016-01-01', '2016-07-01'],
  ['2016-H2', '2016-07-01', '2017-01-01'],
  ['2016-Q1', '2016-01-01', '2016-04-01'],
  ['2016-Q4', '2016-10-01', '2017-01-01'],
  ['2016-03', '2016-03-01', '2016-04-01'],
  ['2015-W53', '2015-12-28', '2016-01-04'],
  ['2016-03-14', '2016-03-14', '2016-03-15'],
])('%s', (key, from, before) => {
  const { start, end } = unitRange(key);
  expect([iso(start), iso(end)]).toEqual([from, before]);
});

test('an instant lies in the unit of its key, and units follow one another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 41 }), fc.constantFrom(...units), (at, by) => {
      const key = unitKey(at, by);
      const { start, end } = unitRange(key);
      expect(start <= at && at < end).toBe(true);
      expect(unitKey(start, by)).toBe(key);
      expect(unitsBetween(key, unitKey(end, by), by, 9)).toEqual([key, unitKey(end, by)]);
    }),
  );
});
