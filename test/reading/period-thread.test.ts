import { describe, expect, test } from 'vitest';
import { readRelativePeriods } from '../../src/reading/period/index.ts';

// Wednesday, 15 July 2020, 12:00 in Baghdad.
const context = { now: new Date('2020-07-15T09:00:00Z'), zone: 'Asia/Baghdad', locale: 'en-GB' };
const read = (text: string, start: string | null, end: string | null) =>
  readRelativePeriods(text, { ...context, anchor: { start, end } }).map(
    (r) => `${r.words}: ${r.value.start ?? ''}..${r.value.end ?? ''}`,
  );

type Case = [string, string];
const threads: [string, string, string, Case[]][] = [
  [
    'a year',
    '2016-01-01',
    '2017-01-01',
    [
      ['the year before', 'the year before: 2015-01-01..2016-01-01'],
      ['and the year after that?', 'the year after that: 2017-01-01..2018-01-01'],
      ['and the following year in Mosul', 'the following year: 2017-01-01..2018-01-01'],
      ['what about the previous year?', 'the previous year: 2015-01-01..2016-01-01'],
      ['a year earlier', 'a year earlier: 2015-01-01..2016-01-01'],
      ['two years later', 'two years later: 2018-01-01..2019-01-01'],
      ['the three years before', 'the three years before: 2013-01-01..2016-01-01'],
      ['and July?', 'July: 2016-07-01..2016-08-01'],
      ['and since then?', 'since then: 2017-01-01..'],
      ['and before that?', 'before that: ..2016-01-01'],
      ['in the second half of the year', 'in the second half of the year: 2016-07-01..2017-01-01'],
      ['only in Q3', 'in Q3: 2016-07-01..2016-10-01'],
      ['the second half', 'the second half: 2016-07-01..2017-01-01'],
      ['and on 3 May?', 'on 3 May: 2016-05-03..2016-05-04'],
      ['the same period a year earlier', 'the same period a year earlier: 2015-01-01..2016-01-01'],
    ],
  ],
  [
    'a month',
    '2016-03-01',
    '2016-04-01',
    [
      ['the month before', 'the month before: 2016-02-01..2016-03-01'],
      ['the following month', 'the following month: 2016-04-01..2016-05-01'],
      ['the month after', 'the month after: 2016-04-01..2016-05-01'],
      ['the next month', 'the next month: 2016-04-01..2016-05-01'],
      ['same period a year earlier', 'same period a year earlier: 2015-03-01..2015-04-01'],
      ['the same month the year before', 'the same month the year before: 2015-03-01..2015-04-01'],
      ['the same month of the previous year', 'the same month of the previous year: 2015-03-01..2015-04-01'],
      ['a month later', 'a month later: 2016-04-01..2016-05-01'],
      ['the year before', 'the year before: 2015-01-01..2016-01-01'],
      ['and July?', 'July: 2016-07-01..2016-08-01'],
      ['and on the 5th?', 'on the 5th: 2016-03-05..2016-03-06'],
      ['the week before that', 'the week before that: 2016-02-23..2016-03-01'],
      ['in that year', 'in that year: 2016-01-01..2017-01-01'],
      ['same month in 2014', 'same month in 2014: 2014-03-01..2014-04-01'],
      ['for the whole year', 'for the whole year: 2016-01-01..2017-01-01'],
      ['that month', 'that month: 2016-03-01..2016-04-01'],
      ['the rest of that year', 'the rest of that year: 2016-04-01..2017-01-01'],
    ],
  ],
  [
    'a week',
    '2016-03-07',
    '2016-03-14',
    [
      ['the week before that', 'the week before that: 2016-02-29..2016-03-07'],
      ['the week before', 'the week before: 2016-02-29..2016-03-07'],
      ['the following week', 'the following week: 2016-03-14..2016-03-21'],
      ['and Friday?', 'Friday: 2016-03-11..2016-03-12'],
      ['the day after', 'the day after: 2016-03-14..2016-03-15'],
      ['the month before', 'the month before: 2016-02-01..2016-03-01'],
    ],
  ],
  [
    'a day',
    '2016-03-10',
    '2016-03-11',
    [
      ['the next day', 'the next day: 2016-03-11..2016-03-12'],
      ['and the day before?', 'the day before: 2016-03-09..2016-03-10'],
      ['the following day', 'the following day: 2016-03-11..2016-03-12'],
      ['the week before that', 'the week before that: 2016-03-03..2016-03-10'],
      ['the following three days', 'the following three days: 2016-03-11..2016-03-14'],
      ['and on the 5th?', 'on the 5th: 2016-03-05..2016-03-06'],
      ['and on Friday?', 'on Friday: 2016-03-11..2016-03-12'],
      ['the week after', 'the week after: 2016-03-14..2016-03-21'],
    ],
  ],
  [
    'some years',
    '2014-01-01',
    '2017-01-01',
    [
      ['the year before', 'the year before: 2013-01-01..2014-01-01'],
      ['the year after', 'the year after: 2017-01-01..2018-01-01'],
      ['and July?', 'July: 2016-07-01..2016-08-01'],
    ],
  ],
];

describe.each(threads)('after %s', (_, start, end, cases) => {
  test.each(cases)('%s', (text, expected) => expect(read(text, start, end)).toEqual([expected]));
});

describe('what tells its own time is read as ever', () => {
  test.each([
    ['and in 2014?', 'in 2014: 2014-01-01..2015-01-01'],
    ['March 2018', 'March 2018: 2018-03-01..2018-04-01'],
    ['last month', 'last month: 2020-06-01..2020-07-01'],
    ['yesterday', 'yesterday: 2020-07-14..2020-07-15'],
    ['the day before 5 May 2018', 'the day before 5 May 2018: 2018-05-04..2018-05-05'],
    ['since 2018', 'since 2018: 2018-01-01..'],
  ])('%s', (text, expected) => expect(read(text, '2016-01-01', '2017-01-01')).toEqual([expected]));
});

test('an open period has the end it has', () => {
  expect(read('the year before', '2016-01-01', null)).toEqual(['the year before: 2015-01-01..2016-01-01']);
  expect(read('the year after', null, '2016-01-01')).toEqual(['the year after: 2016-01-01..2017-01-01']);
  expect(read('the year after', '2016-01-01', null)).toEqual([]);
  expect(read('and July?', null, null)).toEqual(['July: 2020-07-01..2020-08-01']);
});

test('no time is none in a thread either', () => {
  expect(read('and by group?', '2016-01-01', '2017-01-01')).toEqual([]);
});
