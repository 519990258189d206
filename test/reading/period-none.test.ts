import { describe, expect, test } from 'vitest';
import { readPeriods } from '../../src/reading/period/index.ts';

// Wednesday, 15 July 2020, 12:00 in Baghdad.
const context = { now: new Date('2020-07-15T09:00:00Z'), zone: 'Asia/Baghdad', locale: 'en-GB' };
const read = (text: string) => readPeriods(text, context).map((r) => `${r.value.start ?? ''}..${r.value.end ?? ''}`);

const none: [string, string[]][] = [
  [
    'names',
    [
      'Sun City',
      'attacks in Sun City',
      'Mon state',
      'clashes in Mon State',
      'in Mon, Myanmar',
      'Mon and Karen rebels',
      'reported by the Sun',
      'Fri Airport',
      'Jan Egeland said',
      'attacks by the March 23 Movement',
      'the April 6 Youth Movement',
      'the 5 May Brigade',
    ],
  ],
  [
    'verbs and other words',
    [
      'protesters march',
      'they march in Baghdad',
      'who march on the capital',
      'the man sat down',
      'they sat in the square and were shot',
      'which may follow',
      'it may not be disclosed',
      'the second attack',
      'a second bomb',
      'they fled at the second blast',
      'in the fall of Mosul',
    ],
  ],
  [
    'counts, units and numbers of things',
    [
      '2000 people killed',
      'more than 2016 dead',
      '2000 troops',
      'some 1500 soldiers',
      '2016 km',
      '1990 dollars',
      '2000 rounds',
      '2000 metres',
      'incident 2016',
      'id 2016',
      'ID: 1998',
      'resolution 1701',
      'unit 1992',
      'IRQ-2016',
      'event #2015',
      'IQ-2016-0234',
      'open 24/7',
      '24/7',
      'within 10 km of Mosul',
      '3/4 of them',
      '5/6 people killed',
      'they march 10 km',
      'it may 5 times',
      '2016 years',
      'the 3 deadliest',
    ],
  ],
];

describe.each(none)('%s are no times', (_, texts) => {
  test.each(texts)('%s', (text) => expect(read(text)).toEqual([]));
});

test.each([
  ['Sat', '2020-07-11..2020-07-12'],
  ['on Mon in Mosul', '2020-07-13..2020-07-14'],
  ['Sun 12 July', '2020-07-12..2020-07-13'],
  ['last Fri', '2020-07-10..2020-07-11'],
  ['raids Mon-Wed', '2020-07-13..2020-07-16'],
  ['Sep', '2019-09-01..2019-10-01'],
  ['2016 Mon State clashes', '2016-01-01..2017-01-01'],
  ['the 2016 march', '2016-01-01..2017-01-01'],
  ['2016 troops', '2016-01-01..2017-01-01'],
  ['in 2000 troops left', '2000-01-01..2001-01-01'],
  ['9/11', '2001-09-11..2001-09-12'],
  ['on 24/7/2016', '2016-07-24..2016-07-25'],
])('%s is a time', (text, period) => expect(read(text)).toEqual([period]));
