import { describe, expect, test } from 'vitest';
import { readAnomalyRule } from '../../src/reading/anomaly-intent.ts';
import { missedSince, resolveSince } from '../../src/reading/digest-intent.ts';
import { readSchedule } from '../../src/reading/schedule.ts';

describe('when a standing question tells', () => {
  test.each([
    ['attacks in Iraq, daily at 8 am', 'attacks in Iraq', { rhythm: 'daily', at: '08:00' }],
    ['attacks in Iraq every day at 18:30', 'attacks in Iraq', { rhythm: 'daily', at: '18:30' }],
    ['protests in Sudan as a weekly digest', 'protests in Sudan', { rhythm: 'weekly' }],
    [
      'protests in Sudan, weekly on Fridays at 9',
      'protests in Sudan',
      { rhythm: 'weekly', weekday: 'friday', at: '09:00' },
    ],
    ['protests in Sudan every Monday', 'protests in Sudan', { rhythm: 'weekly', weekday: 'monday' }],
    ['airstrikes near Aleppo hourly', 'airstrikes near Aleppo', { rhythm: 'hourly' }],
    ['airstrikes near Aleppo, at once', 'airstrikes near Aleppo', { rhythm: 'at-once' }],
    ['raids in Mali every evening', 'raids in Mali', { rhythm: 'daily', at: '18:00' }],
  ])('%s', (said, rest, rhythm) => expect(readSchedule(said)).toEqual({ rest, rhythm }));

  test.each([
    'attacks in Iraq',
    'attacks near Samawah with anyone killed',
    'daily',
    'clashes in Mondayville',
    'attacks since last Monday',
  ])('no rhythm in “%s”', (said) => expect(readSchedule(said)).toEqual({ rest: said }));
});

const rise = { kind: 'rise', of: 'incidents', days: 7, times: 2, against: 4 };

describe('what a standing question watches for', () => {
  test.each([
    ['when the weekly count in Borno doubles against its four-week average', 'incidents in Borno', rise],
    ['when the weekly number of attacks in Borno doubles', 'attacks in Borno', rise],
    ['if attacks on civilians in Borno triple', 'attacks on civilians in Borno', { ...rise, times: 3 }],
    [
      'when daily clashes in Sudan rise by 50% over the 10-day average',
      'clashes in Sudan',
      { ...rise, days: 1, times: 1.5, against: 10 },
    ],
    [
      'tell us when deaths per month in Mali are at least 3 times the usual',
      'incidents in Mali',
      { ...rise, of: 'killed', days: 30, times: 3 },
    ],
    ['when a group never seen in Borno appears', 'incidents in Borno', { kind: 'new-actor' }],
    [
      'when a new armed group appears in northern Mozambique',
      'incidents in northern Mozambique',
      { kind: 'new-actor' },
    ],
    [
      'whenever an actor that was never reported near Goma before is seen',
      'incidents near Goma',
      { kind: 'new-actor' },
    ],
  ])('%s', (said, rest, watch) => expect(readAnomalyRule(said)).toEqual({ rest, watch }));

  test.each([
    'attacks near Samawah',
    'when was the last attack in Borno?',
    'attacks that killed twice as many',
    'new attacks in Iraq',
  ])('nothing in “%s”', (said) => expect(readAnomalyRule(said)).toBeUndefined());
});

describe('what was missed', () => {
  const context = { now: new Date('2020-07-14T09:00:00Z'), zone: 'Asia/Baghdad', locale: 'en-GB' };
  test.each([
    ['what did I miss since Friday?', 'since Friday'],
    ['What have we missed in the last 3 days', 'in the last 3 days'],
    ['what did I miss', ''],
    ['catch me up since yesterday', 'since yesterday'],
    ['anything I missed?', ''],
  ])('%s', (said, words) => expect(missedSince(said)).toBe(words));

  test.each(['attacks since Friday', 'who is missing?', 'missile strikes since Friday', 'what happened since Friday?'])(
    'not “%s”',
    (said) => expect(missedSince(said)).toBeUndefined(),
  );

  test.each([
    ['since Friday', '2020-07-10'],
    ['Friday', '2020-07-10'],
    ['in the last 3 days', '2020-07-11'],
    ['while I was away', undefined],
  ])('%s is %s', (words, start) => expect(resolveSince(words, context)?.slice(0, 10)).toBe(start));
});
