import { expect, test } from 'vitest';
import { changeFrom, comparedWithUsual } from '../../src/answers/briefs/brief-messages.ts';
import { lastWhole, unitOf, windowsBefore } from '../../src/briefs/calendar-window.ts';

test.each([
  ['day', '2020-03-01', '2020-02-29', '2020-03-01'],
  ['week', '2020-07-13', '2020-07-06', '2020-07-13'],
  ['week', '2020-07-12', '2020-06-29', '2020-07-06'],
  ['week', '2021-01-04', '2020-12-28', '2021-01-04'],
  ['month', '2020-03-31', '2020-02-01', '2020-03-01'],
  ['month', '2020-03-01', '2020-02-01', '2020-03-01'],
] as const)('the last whole %s before %s is %s to before %s', (unit, before, start, end) =>
  expect(lastWhole(unit, before)).toEqual({ start, end }),
);

test('months before a long one are whole months', () =>
  expect(windowsBefore('month', { start: '2020-03-01', end: '2020-04-01' }, 2)).toEqual([
    { start: '2020-02-01', end: '2020-03-01' },
    { start: '2020-01-01', end: '2020-02-01' },
  ]));

test.each([
  ['2020-07-01', '2020-08-01', 'month'],
  ['2020-07-06', '2020-07-13', 'week'],
  ['2020-07-07', '2020-07-14', undefined],
  ['2020-07-07', '2020-07-08', 'day'],
  ['2020-01-01', '2021-01-01', undefined],
])('%s to before %s is a whole %s', (start, end, unit) => expect(unitOf({ start, end })).toBe(unit));

test.each([
  [18, 13, '38 % more than the usual 13'],
  [9, 12, '25 % fewer than the usual 12'],
  [2, 13, 'where the usual is 13'],
  [9, 2.75, 'where the usual is 2.8'],
  [0, 0, 'as usual'],
  [13, 13.25, 'about the usual 13'],
  [40, 10, '4 times the usual 10'],
])('%d beside a usual of %d: %s', (now, usual, words) => expect(comparedWithUsual(now, usual)).toBe(words));

test('a change is told from the mean as it is told', () => {
  expect(changeFrom(51.5, 46)).toBe('−6');
  expect(changeFrom(2.5, 7)).toBe('+4.5');
});
