import recognizers from '@microsoft/recognizers-text-date-time';
import * as chrono from 'chrono-node';
import compromise from 'compromise';
import dates from 'compromise-dates';
import { readPeriods } from '../../src/reading/period/index.ts';
import { quantile } from './figures.ts';

// Time words of every family, in our own words, and long inputs of the kind that make parsers slow.
const texts = [
  'incidents in Basra last week',
  'what happened on the night of 11 July?',
  'killed between March 2015 and May 2016',
  'attacks in the third quarter of 2019',
  'since the beginning of last month',
  'the second Friday of May 2018',
  'during Ramadan 2019',
  'in the early hours of 12 July 2020',
  'from 14 to 16 August 2013',
  'over the past 72 hours',
  'no time is told in this question at all',
  'by group, in the nineties',
  'on Monday between 9:30 and 11:00',
  'late 2001',
];
const long = [
  '1h '.repeat(166),
  'monday '.repeat(71),
  '1/2/2016 to '.repeat(41),
  'the first week of '.repeat(26),
  'tuesday 13 '.repeat(45),
  '9:30 - 10:30 morning '.repeat(23),
  'independence day '.repeat(29),
];

const now = new Date('2020-07-15T12:00:00Z');
const nlp = compromise.extend(dates as never) as unknown as (text: string) => {
  dates(context: object): { get(): unknown };
};
const readers: [string, (text: string) => unknown][] = [
  ['Sitrep', (text) => readPeriods(text, { now, zone: 'Asia/Baghdad', locale: 'en-GB' })],
  ['peer: chrono-node as it is (points, no intervals)', (text) => chrono.casual.parse(text, now)],
  ['peer: Microsoft Recognizers', (text) => recognizers.recognizeDateTime(text, 'en-us', 0, now)],
  ['peer: compromise-dates', (text) => nlp(text).dates({ today: now.toISOString() }).get()],
];
const rounds = 50;
const timed = (work: () => unknown) => {
  const started = performance.now();
  work();
  return performance.now() - started;
};

for (const [name, read] of readers) {
  const first = timed(() => read(texts[0] as string));
  for (const text of texts) read(text);
  const times = Array.from({ length: rounds }, () => texts.map((text) => timed(() => read(text)))).flat();
  const worst = Math.max(...long.map((text) => slowest(() => read(text.slice(0, 500)))));
  console.log(
    `${name.padEnd(52)} median ${quantile(times, 0.5).toFixed(3).padStart(7)} ms   p95 ${quantile(times, 0.95).toFixed(3).padStart(7)} ms   first ${first.toFixed(0).padStart(4)} ms   500 hostile characters at worst ${worst.toFixed(1).padStart(8)} ms`,
  );
}

/** The best of three; once is enough of what takes seconds. */
function slowest(work: () => unknown): number {
  const once = timed(work);
  return once > 1000 ? once : Math.min(once, timed(work), timed(work));
}
