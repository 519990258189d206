import { beforeAll, describe, expect, test } from 'vitest';
import { detectRise, isRise, windowOf } from '../../src/alerts/anomaly-rule.ts';
import { runBacktest } from '../../src/alerts/backtest.ts';
import type { Incidents } from '../../src/incidents/incidents.ts';
import { type Filter, query } from '../../src/incidents/query.ts';
import type { AnomalyRule } from '../../src/kernel/anomaly-rule.ts';
import { day } from '../../src/kernel/duration.ts';
import { put, told } from '../incidents/world.ts';
import { openStore } from '../support/world.ts';

const weekly = { kind: 'rise', of: 'incidents', days: 7, times: 2, against: 4 } as const;

test.each([
  [3, 0, true],
  [2, 0, false],
  [4, 2, true],
  [3.9, 2, false],
  [6, 3, true],
])('%d against a usual %d is a rise to twice as many: %s', (now, usual, rise) =>
  expect(isRise({ now, usual }, weekly)).toBe(rise),
);

test('a week is told of once, from Monday to Sunday; a day by itself', () => {
  const [monday, sunday, next] = ['2020-07-13', '2020-07-19', '2020-07-20'];
  expect(windowOf(monday, weekly)).toBe(windowOf(sunday, weekly));
  expect(windowOf(next, weekly)).toBe(windowOf(sunday, weekly) + 1);
  expect(windowOf(sunday, { ...weekly, days: 1 })).toBe(windowOf(next, { ...weekly, days: 1 }) - 1);
});

const now = new Date('2020-07-14T09:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * day).toISOString().slice(0, 10);
let incidents: Incidents;
let made = 0;
/** So many in a country, so many days ago. */
const some = (country: string, n: number, days: number, killed = 0) =>
  Array.from({ length: n }, () => told(`wire:${++made}`, { country, place: country, day: ago(days), killed }));
beforeAll(async () => {
  incidents = await openStore();
  await put(incidents, [
    ...some('Iraq', 4, 0, 2),
    ...[7, 13, 14, 20, 34, 35].flatMap((days) => some('Iraq', 1, days, 1)),
    ...some('Mali', 215, 29, 1),
    ...some('Chad', 216, 29, 3),
    ...some('Togo', 601, 200),
    ...some('Peru', 1, 0),
    ...some('Peru', 1, 30),
    ...some('Peru', 1, 31),
    ...some('Peru', 1, 365),
    ...some('Peru', 1, 366),
  ]);
});
const of = (country: string, more: Filter = {}): Filter => ({
  places: [{ relation: 'in', name: country, level: 'country', country, countries: [country], dataNames: [country] }],
  ...more,
});

describe('a rise', () => {
  test('is told with its days and the mean of the windows before', async () => {
    const found = await detectRise(incidents, of('Iraq'), weekly, ago(0));
    expect(found).toEqual({ first: ago(6), last: ago(0), now: 4, usual: 1.25 });
    const dead = { ...weekly, of: 'killed' } as const;
    expect(await detectRise(incidents, of('Iraq'), dead, ago(0))).toMatchObject({ now: 8, usual: 1.25 });
  });
  test('is none where it is less than so many times the usual', async () =>
    expect(await detectRise(incidents, of('Iraq'), { ...weekly, times: 3.3 }, ago(0))).toBeUndefined());
});

describe('what a subscription would have told', () => {
  const backtest = (filter: Filter, watch?: AnomalyRule) =>
    runBacktest(incidents, { query: query.parse({ measure: 'list', filter }), watch }, now);
  test.each([
    ['the days of the last month and year, both ends inside', of('Peru'), { month: 2, year: 4 }],
    ['nor are twelve, all the year', of('Togo'), { month: 0, year: 601 }],
    ['fifty a week are no flood', of('Mali'), { month: 215, year: 215 }],
    ['more are: with at least one killed it would be calm', of('Chad'), { month: 216, year: 216, calmer: 1 }],
    ['a least number is only ever raised', of('Chad', { killed: { min: 3 } }), { month: 216, year: 216, calmer: 5 }],
  ])('%s', async (_, filter, expected) => expect(await backtest(filter)).toEqual(expected));
  test('of a rise: how many windows had risen', async () => {
    expect(await backtest(of('Mali'), weekly)).toEqual({ month: 1, year: 1 });
    expect(await backtest(of('Peru'), weekly)).toEqual({ month: 0, year: 0 });
  });
});
