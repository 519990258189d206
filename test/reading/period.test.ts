import { describe, expect, test } from 'vitest';
import { readPeriods } from '../../src/reading/period/index.ts';

// Wednesday, 15 July 2020, 12:00 in Baghdad.
const context = { now: new Date('2020-07-15T09:00:00Z'), zone: 'Asia/Baghdad', locale: 'en-GB' };
const read = (text: string) => readPeriods(text, context).map((r) => `${r.value.start ?? ''}..${r.value.end ?? ''}`);

const families: [string, [string, string][]][] = [
  [
    'days',
    [
      ['on 11 July 2020', '2020-07-11..2020-07-12'],
      ['July 11th', '2020-07-11..2020-07-12'],
      ['the 3rd of November', '2019-11-03..2019-11-04'],
      ['yesterday', '2020-07-14..2020-07-15'],
      ['the day before yesterday', '2020-07-13..2020-07-14'],
      ['2016-12-05', '2016-12-05..2016-12-06'],
      ['3/4/2016', '2016-04-03..2016-04-04'],
    ],
  ],
  [
    'months',
    [
      ['in March 2016', '2016-03-01..2016-04-01'],
      ['in October', '2019-10-01..2019-11-01'],
      ['this month', '2020-07-01..2020-08-01'],
      ['last month', '2020-06-01..2020-07-01'],
      ['Dec/2018', '2018-12-01..2019-01-01'],
    ],
  ],
  [
    'weeks',
    [
      ['this week', '2020-07-13..2020-07-20'],
      ['last week', '2020-07-06..2020-07-13'],
      ['the week of 3 June 2020', '2020-06-01..2020-06-08'],
      ['week ending 12 July 2020', '2020-07-06..2020-07-13'],
    ],
  ],
  [
    'quarters and halves',
    [
      ['Q3 2019', '2019-07-01..2019-10-01'],
      ['the second half of 2014', '2014-07-01..2015-01-01'],
      ['first half of March 2015', '2015-03-01..2015-03-16'],
    ],
  ],
  [
    'years',
    [
      ['2016', '2016-01-01..2017-01-01'],
      ['the nineties', '1990-01-01..2000-01-01'],
      ['the year before last', '2018-01-01..2019-01-01'],
      ['2014 to 2018', '2014-01-01..2019-01-01'],
      ['2003-2005', '2003-01-01..2006-01-01'],
    ],
  ],
  [
    'rolling windows',
    [
      ['the last 30 days', '2020-06-15..2020-07-16'],
      ['past two weeks', '2020-07-01..2020-07-16'],
      ['past 72 hours', '2020-07-12T12:00..2020-07-15T12:00'],
      ['two years ago', '2018-07-15..2018-07-16'],
    ],
  ],
  [
    'open ends',
    [
      ['since 15 April 2019', '2019-04-15..'],
      ['in the week after 7 October 2019', '2019-10-08..2019-10-15'],
      ['in the three days before 10 June 2014', '2014-06-07..2014-06-10'],
      ['in the month following June 2014', '2014-07-01..2014-08-01'],
      ['before 2018', '..2018-01-01'],
      ['until 2018', '..2019-01-01'],
      ['after 2018', '2019-01-01..'],
      ['from 2012 on', '2012-01-01..'],
    ],
  ],
  [
    'ranges',
    [
      ['4 to 22 July', '2020-07-04..2020-07-23'],
      ['4 to 22 August', '2019-08-04..2019-08-23'],
      ['between March and May 2019', '2019-03-01..2019-06-01'],
      ['from 3 June 2019 to 5 July 2019', '2019-06-03..2019-07-06'],
    ],
  ],
  [
    'parts',
    [
      ['early 2016', '2016-01-01..2016-05-01'],
      ['mid-June', '2020-06-11..2020-06-21'],
      ['late last year', '2019-09-01..2020-01-01'],
      ['so far this year', '2020-01-01..2020-07-16'],
    ],
  ],
  [
    'nights',
    [
      ['the night of 11 July', '2020-07-11T18:00..2020-07-12T06:00'],
      ['last night', '2020-07-14T18:00..2020-07-15T06:00'],
      ['overnight', '2020-07-14T18:00..2020-07-15T06:00'],
      ['overnight on Friday', '2020-07-10T18:00..2020-07-11T06:00'],
      ['12 July in the afternoon', '2020-07-12T12:00..2020-07-12T18:00'],
      ['yesterday afternoon', '2020-07-14T12:00..2020-07-14T18:00'],
    ],
  ],
  [
    'seasons',
    [
      ['summer 2018', '2018-06-01..2018-09-01'],
      ['last winter', '2019-12-01..2020-03-01'],
    ],
  ],
];

describe.each(families)('%s', (_, cases) => {
  test.each(cases)('%s', (text, period) => {
    expect(read(text)).toEqual([period]);
  });
});

test.each([
  'within 45 km',
  'more than 20 killed',
  'top 10',
  'the 3 deadliest',
  '36.34, 43.13',
  'convoys may pass',
  'they march on',
  'group M23',
  'C-RAM',
])('%s is no time', (text) => {
  expect(read(text)).toEqual([]);
});

test('an American asker writes the month first', () => {
  expect(readPeriods('3/4/2016', { ...context, locale: 'en-US' })[0]?.value.start).toBe('2016-03-04');
});

test('the day is the asker’s own', () => {
  const late = new Date('2020-07-14T22:30:00Z');
  expect(readPeriods('today', { ...context, now: late })[0]?.value.start).toBe('2020-07-15');
  expect(readPeriods('today', { ...context, now: late, zone: 'America/New_York' })[0]?.value.start).toBe('2020-07-14');
});
