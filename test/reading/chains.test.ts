import { describe, expect, test } from 'vitest';
import { readPeriods } from '../../src/reading/period/index.ts';
import { cpuMilliseconds } from '../support/cpu.ts';

const context = { now: new Date('2020-07-15T09:00:00Z'), zone: 'Asia/Baghdad', locale: 'en-GB' };
const read = (text: string) => readPeriods(text, context).map((r) => `${r.value.start ?? ''}..${r.value.end ?? ''}`);

/** As often as fits into what a question may have. */
const chain = (words: string, joint: string, lead = '') =>
  lead + words + (joint + words).repeat(Math.floor((500 - lead.length - words.length) / (joint + words).length));

const times = [
  '5',
  '5pm',
  '9:00',
  '3 June',
  '3 June 2016',
  'Friday',
  'March',
  '2016',
  'the 21st',
  'the morning',
].concat([
  '9am on Friday',
  'Friday the 13th',
  'Monday 29 February',
  'week of Monday',
  'the night of Friday',
  'last week',
  'Q3',
]);
const joints = [' to ', ' and ', ' or ', '-', ' - ', ' until ', ' of ', ', ', ' before ', ' after '];
const mixed = times.map((words, i) => words + joints[i % joints.length]).join('');

const chains: [string, string[]][] = [
  ['as short as it was found', ['5 to 5 to 5', '5 to 5 to 5 to 5', '9am on Friday to 9am on Friday to 9am on Friday']],
  [
    'of one time',
    times.flatMap((words, i) => joints.filter((_, j) => (i + j) % 2).map((joint) => chain(words, joint))),
  ],
  ['“between … and …”', times.map((words) => chain(words, ' and ', 'attacks between '))],
  ['“from … to … or …”', times.map((words) => chain(`${words} to ${words}`, ' or ', 'from '))],
  [
    'of members of a list',
    [
      `${chain('3', ', ')} and 5 May 2016`.slice(-500),
      chain('3', ', ', 'May '),
      chain('3rd', ' and ', 'in May '),
      chain("'14", '/'),
      chain('2014', '/'),
      chain('Q3', ' and '),
      chain('1st', ' and '),
      chain('spring', ', '),
      chain('Mon', ' and '),
      chain("May '16", ' vs '),
      chain('the year before', ' and '),
      `${chain('January', ', ')} 2016`.slice(-500),
    ],
  ],
  ['of all of them', [mixed, chain(mixed, '').slice(0, 500), chain(mixed.slice(40, 200), ' to ').slice(0, 500)]],
];

describe('a chain of times costs no more than other words', () => {
  // A quiet machine takes 20 ms for the dearest; four of a hundred took minutes.
  test.each(chains)('%s', async (_, texts) => {
    read('9am on Friday to 5pm');
    for (const text of texts) expect(await cpuMilliseconds(() => read(text)), text).toBeLessThan(400);
  });
});

describe('no range is joined to a range', () => {
  test.each([
    ['3 June to 5 July', ['2020-06-03..2020-07-06']],
    ['3 June to 5 July to 8 August', ['2020-06-03..2020-07-06', '2019-08-08..2019-08-09']],
    ['2012 to 2014 to 2016', ['2012-01-01..2015-01-01', '2016-01-01..2017-01-01']],
    ['9am on Monday to 5pm on Friday', ['2020-07-13T09:00..2020-07-17T17:00']],
    ['Friday to evening', ['2020-07-10..2020-07-11']],
  ])('%s', (text, periods) => expect(read(text)).toEqual(periods));
});
