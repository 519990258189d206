import { expect, test } from 'vitest';
import { wholeMonth } from '../../../src/incidents/import/dates.ts';
import { groupOf } from '../../../src/incidents/import/mapping/group-columns.ts';
import { haveTimes, timeOf } from '../../../src/incidents/import/times.ts';

test.each([
  ['21:30', { time: '21:30' }],
  ['9:30 PM', { time: '21:30' }],
  ['12:05 AM', { time: '00:05' }],
  ['12:05 p.m.', { time: '12:05' }],
  ['2130', { time: '21:30' }],
  ['0145', { time: '01:45' }],
  ['21h30', { time: '21:30' }],
  ['2020-07-11 21:30:15', { time: '21:30' }],
  ['2020-07-11T21:30:00+03:00', { time: '21:30', asWritten: '2020-07-11T21:30:00+03:00' }],
  // Not the local time: kept, and not told as one.
  ['2020-07-11T21:30:00Z', { asWritten: '2020-07-11T21:30:00Z' }],
  ['Night', { partOfDay: 'night' }],
  ['45', {}],
  ['25:00', {}],
  ['13:00 PM', {}],
  ['2020-07-11', {}],
  ['soon', {}],
])('the time in “%s”', (cell, time) => expect(timeOf(cell)).toEqual(time));

test('midnight behind every date is no time', () => {
  expect(haveTimes(['2020-07-11 00:00:00.000', '07/12/2020 12:00:00 AM', '2020-07-11T00:00:00Z', '2020-07-13'])).toBe(
    false,
  );
  expect(haveTimes(['2020-07-11 00:00', '2020-07-11 00:01'])).toBe(true);
});

test.each([
  ['2024-02', '2024-02-29'],
  ['2024/2', '2024-02-29'],
  ['February 2024', '2024-02-29'],
  ['2024-13', undefined],
  ['2024', undefined],
  ['2024-02-03', undefined],
  ['1-2', undefined],
])('the month “%s”', (written, end) => expect(wholeMonth(written)?.end).toBe(end));

test.each([
  ['CivilianKIA', 'civilians', 'killed'],
  ['Host Nation WIA', 'host nation forces', 'wounded'],
  ['Civilians reported killed (max)', 'civilians', 'killedHigh'],
  ['Number of police officers injured', 'police', 'wounded'],
  ['Total Number of Dead and Missing', undefined, undefined],
  ['Cause of Death', undefined, undefined],
  ['killed', undefined, undefined],
  ['Soldiers', undefined, undefined],
])('the column “%s”', (name, group, field) => {
  const found = groupOf(name);
  expect([found?.group, found?.field]).toEqual([group, field]);
});
