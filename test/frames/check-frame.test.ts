import { beforeAll, describe, expect, test } from 'vitest';
import type { Dispatcher } from '../../src/app/dispatcher.ts';
import type { Frame } from '../../src/frames/frame.ts';
import { deskOver } from '../support/desk.ts';
import { question } from '../support/world.ts';

let desk: Dispatcher;
beforeAll(async () => {
  desk = await deskOver();
});
const ask = (frame: unknown) => desk.query(frame as Frame, question(''));
const iraq = { key: 'Iraq', places: [{ place: 'Iraq' }] };
const syria = { key: 'Syria', places: [{ place: 'Syria' }] };

/** Each frame is an error whose words match. */
const errors = (cases: [string, unknown, RegExp][]) =>
  test.each(cases)('%s', async (_, frame, words) => {
    const { failed, text } = await ask(frame);
    expect([failed, text]).toEqual([2, expect.stringMatching(words)]);
  });

describe('a comparison', () => {
  const own = /side needs a place, actor, kind or period of its own/;
  errors([
    ['of nothing', { measure: 'compare' }, /at least two sides/],
    ['of one side', { measure: 'compare', sides: [iraq] }, /at least two sides/],
    ['of two labels', { measure: 'compare', sides: [{ key: 'Iraq' }, { key: 'Syria' }] }, own],
    ['of a side and a label', { measure: 'compare', sides: [iraq, { key: 'Syria' }] }, own],
    [
      'of sides with empty slots',
      { measure: 'compare', sides: [iraq, { key: 'Syria', places: [], exclude: {} }] },
      own,
    ],
    [
      'that is a count',
      { measure: 'count', sides: [iraq, syria] },
      /only for the measures compare, difference and ratio/,
    ],
  ]);
  test('of two countries is answered', async () =>
    expect((await ask({ measure: 'compare', sides: [iraq, syria] })).failed).toBeUndefined());
});

describe('figures worked out from others', () => {
  const by = /average or a median is per incident or by time/;
  errors([
    ['a difference of nothing', { measure: 'difference' }, /between two sides/],
    ['a difference of one side', { measure: 'difference', sides: [iraq] }, /between two sides/],
    ['a difference of three', { measure: 'difference', sides: [iraq, syria, iraq] }, /between two sides/],
    ['a difference of a label', { measure: 'difference', sides: [iraq, { key: 'Syria' }] }, /side needs a place/],
    ['a share of nothing', { measure: 'share' }, /share needs a part/],
    ['a share of an empty part', { measure: 'share', part: { places: [] } }, /share needs a part/],
    ['a part of a count', { measure: 'count', part: { places: [{ place: 'Iraq' }] } }, /only for the measure share/],
    ['an average of incidents per incident', { measure: 'average' }, by],
    ['an average by country', { measure: 'average', of: 'killed', by: 'country' }, by],
    ['an average by weekday', { measure: 'average', of: 'killed', by: 'weekday' }, by],
  ]);
  test.each([
    { measure: 'difference', sides: [iraq, syria] },
    { measure: 'share', part: { places: [{ place: 'Iraq' }] } },
    { measure: 'share', of: 'civilians killed' },
    { measure: 'average', of: 'killed' },
    { measure: 'average', by: 'month' },
    { measure: 'average', of: 'wounded', by: 'half' },
  ])('%j is answered', async (frame) => expect((await ask(frame)).failed).toBeUndefined());
});

describe('what to group by', () => {
  errors([
    ['a trend by nothing', { measure: 'trend' }, /day, week, month, quarter, half or year/],
    ['a trend by country', { measure: 'trend', by: 'country' }, /day, week, month, quarter, half or year/],
    ['a timeline by country', { measure: 'timeline', by: 'country' }, /day, week, month, quarter, half or year/],
    ['a timeline by weekday', { measure: 'timeline', by: 'weekday' }, /a trend also goes by season, weekday or hour/],
    ['a ranking of nothing', { measure: 'rank' }, /ranking needs .*“by”/],
    ...['list', 'sum', 'map', 'first', 'span'].map((measure): [string, unknown, RegExp] => [
      `a ${measure} by month`,
      { measure, of: 'killed', by: 'month' },
      /“by” is only for/,
    ]),
    ['incidents by month', { by: 'month' }, /“by” is only for/],
  ]);
  test.each([
    { measure: 'trend', by: 'month' },
    { measure: 'timeline' },
    { measure: 'timeline', by: 'month' },
    { measure: 'timeline', by: 'quarter' },
    ...['quarter', 'half', 'weekday', 'hour'].map((by) => ({ measure: 'trend', by })),
    ...['quarter', 'half', 'weekday', 'hour', 'district', 'pair'].map((by) => ({ measure: 'rank', by })),
    { measure: 'rank', by: 'year' },
    { measure: 'rank', by: 'country' },
  ])('%j is answered', async (frame) => expect((await ask(frame)).failed).toBeUndefined());
});

describe('figures', () => {
  const bounds = /min, max or both/;
  errors([
    ['the sum of what', { measure: 'sum' }, /killed, civilians killed, wounded.*count/],
    ['the sum of incidents', { measure: 'sum', of: 'incidents' }, /killed, civilians killed, wounded.*count/],
    ...['killed', 'civilians', 'wounded'].flatMap((slot): [string, unknown, RegExp][] => [
      [`${slot} without a bound`, { [slot]: {} }, bounds],
      [`${slot} from 9 to 3`, { [slot]: { min: 9, max: 3 } }, bounds],
      [`${slot}: fewer than none`, { [slot]: { min: -1 } }, /0/],
    ]),
    ['on a side', { measure: 'compare', sides: [iraq, { key: 'b', killed: { min: 9, max: 3 } }] }, bounds],
  ]);
  test('the sum of the killed, and exactly three of them', async () =>
    expect((await ask({ measure: 'sum', of: 'killed', killed: { min: 3, max: 3 } })).failed).toBeUndefined());
});

describe('words of a closed list', () => {
  errors([
    ['where', { wherePrecision: ['village'] }, /wherePrecision.*exact, near, district, province/],
    ['nowhere', { wherePrecision: [] }, /wherePrecision.*exact, near/],
    ['when', { whenPrecision: ['decade'] }, /whenPrecision.*day, week, month, year/],
    ['a status', { attribution: { statuses: ['rumoured'] } }, /attribution.*suspected, blamed, claimed/],
    ['another status', { attribution: { statuses: ['claimed'], unless: ['nope'] } }, /attribution.*claimed/],
    ['no status', { attribution: { statuses: [] } }, /attribution.*suspected, blamed, claimed/],
  ]);
  test('claimed by nobody', async () =>
    expect((await ask({ attribution: { statuses: [], unless: ['claimed'] } })).failed).toBeUndefined());
});

describe('places', () => {
  const point = { lat: 33, lon: 44 };
  errors([
    ['a place and a position', { places: [{ place: 'Samawah', point }] }, /place and a position/],
    ['a line from a position', { places: [{ relation: 'between', point, to: 'Samawah' }] }, /line/],
    ['kilometres in a place', { places: [{ place: 'Samawah', radiusKm: 20 }] }, /“radiusKm” is only/],
    ['another end of no line', { places: [{ place: 'Samawah', to: 'Mosul' }] }, /“to” is only/],
    ['another end of a position', { places: [{ point, to: 'Mosul' }] }, /“to” is only/],
    ['near nothing', { places: [{ relation: 'near' }] }, /place is missing/],
    [
      'left out: a place and a position',
      { exclude: { places: [{ place: 'Samawah', point }] } },
      /place and a position/,
    ],
    ['a key of no place', { places: [{ place: 'data:country:Nope:Nope' }] }, /“data:country:Nope:Nope”/],
    ['a key of the gazetteer', { exclude: { places: [{ place: 'gazetteer:999999999' }] } }, /“gazetteer:999999999”/],
  ]);
});

describe('dates', () => {
  const asOf = (at: string) => ({ asOf: { at, before: '2020-07-14T00:00:00Z' } });
  errors([
    ['30 February', { period: { start: '2016-02-30', end: null } }, /period.*2016-01-31/],
    ['a thirteenth month', { period: { start: '2016-13-01', end: null } }, /period.*2016-01-31/],
    ['25 o’clock', { period: { start: null, end: '2016-01-01T25:00' } }, /period.*2016-01-31/],
    ['one of several', { periods: [{ start: '2016-13-01', end: null }] }, /periods.*2016-01-31/],
    ['only one of several', { periods: [{ start: '2016-01-01', end: null }] }, /periods/],
    [
      'one and several',
      {
        period: { start: '2016-01-01', end: null },
        periods: ['2014', '2015'].map((year) => ({ start: `${year}-01-01`, end: `${year}-02-01` })),
      },
      /“period” and “periods”/,
    ],
    ['no time at all', { period: { start: '2016-01-01', end: '2016-01-01' } }, /[Ss]tart/],
    ['no time at all, with a clock', { period: { start: '2016-01-01', end: '2016-01-01T00:00' } }, /[Ss]tart/],
    ['as known at x', asOf('x'), /asOf.*2016-01-31/],
    [
      'on a side',
      { measure: 'compare', sides: [iraq, { key: 'b', period: { start: '2016-13-01', end: null } }] },
      /2016/,
    ],
  ]);
  test('the end of a day as it was known', async () => expect((await ask(asOf('2020-07-13'))).failed).toBeUndefined());
});

describe('actors and words', () => {
  errors([
    ['the government of no country', { actors: [{ actor: 'state:XX' }] }, /“state:XX”/],
    ['a fight with no country', { pair: ['state:IQ', 'state:XX'] }, /“state:XX”/],
    ['a key of no actor', { actors: [{ actor: 'data:Nobody at all' }] }, /“data:Nobody at all”/],
    ...['🔥', '"', '***', '...'].map((text): [string, unknown, RegExp] => [text, { text }, /no word to look for/]),
    ['left out', { exclude: { text: '***' } }, /no word to look for/],
  ]);
});
