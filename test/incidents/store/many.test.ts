import { beforeAll, describe, expect, test } from 'vitest';
import { totalsOf } from '../../../src/incidents/casualty-totals.ts';
import type { Incident } from '../../../src/incidents/incident.ts';
import type { Incidents } from '../../../src/incidents/incidents.ts';
import { type Filter, query } from '../../../src/incidents/query.ts';
import { madeDataset, madeIncidents } from '../../bench/made/incidents.ts';
import { openStore } from '../../support/world.ts';

// Shortcuts of the store are told from the plain way: every record looked at, in JavaScript.
const made = [...madeIncidents(1500)];
const at = (n: number, when: Incident['when']): Incident => ({ ...made[n]!, id: `made:odd-${n}`, when });
const range = (start: string, end: string): Incident['when'] => ({ start, end, precision: 'year', basis: 'source' });
const records: Incident[] = [
  ...made,
  at(1, range('2018-06-01', '2019-02-02')),
  at(2, range('2018-12-31', '2020-01-01')),
  at(3, range('2018-12-01', '2019-01-02')),
  at(4, range('2018-12-02', '2019-01-02')),
  at(5, range('2019-11-01', '2020-03-03')),
  at(6, range('2019-12-31', '2020-02-01')),
  at(7, { start: null, end: null, precision: 'unknown', basis: 'source' }),
];
let store: Incidents;

beforeAll(async () => {
  store = await openStore();
  const changes = records.map((record) => ({ action: 'put' as const, record }));
  await store.apply(changes, { dataset: madeDataset, by: 'test', why: 'test', at: '2026-11-01T00:00:00Z' });
});

const year: Filter['period'] = { start: '2019-01-01', end: '2020-01-01' };
const [start, end] = ['2019-01-01', '2020-01-01'];
const inside = ({ when }: Incident) => when.start !== null && when.start >= start && when.end! < end;
const reaching = (one: Incident) =>
  one.when.start !== null && one.when.start < end && one.when.end! >= start && !inside(one);
const find = (asked: object) => store.find(query.parse({ measure: 'list', ...asked }));

test('what reaches into a year from outside is counted once, however long its range', async () => {
  const { total, overlapping } = await find({ filter: { period: year } });
  expect([total, overlapping]).toEqual([records.filter(inside).length, records.filter(reaching).length]);
});

test.each([
  [
    { start, end: null },
    (one: Incident) => one.when.start !== null && one.when.start < start && one.when.end! >= start,
  ],
  [{ start: null, end }, (one: Incident) => one.when.start !== null && one.when.start < end && one.when.end! >= end],
])('what reaches over an open period %j is counted once', async (period, reaches) => {
  expect((await find({ filter: { period } })).overlapping).toBe(records.filter(reaches).length);
});

/** As SQLite orders: what is not known comes before everything else. */
const compare = (a: string | number | null, b: string | number | null) =>
  a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1;
const seq = ({ id }: Incident) => Number(id.match(/:(\d+)$/)?.[1] ?? 0);
const byTime = (a: Incident, b: Incident) =>
  compare(a.when.end, b.when.end) || compare(a.when.start, b.when.start) || seq(a) - seq(b) || compare(a.id, b.id);
const sorts = {
  newest: (a: Incident, b: Incident) => byTime(b, a),
  oldest: (a: Incident, b: Incident) =>
    compare(a.when.start, b.when.start) || compare(a.when.end, b.when.end) || seq(a) - seq(b) || compare(a.id, b.id),
  deadliest: (a: Incident, b: Incident) => compare(totalsOf(b).best, totalsOf(a).best) || byTime(b, a),
};

describe.each(Object.entries(sorts))('%s first', (order, sort) => {
  test.each([0, 7, 900, 1480])('from number %i on, the page is that of the whole order', async (offset) => {
    const expected = [...records].sort(sort).slice(offset, offset + 10);
    const { incidents } = await find({ filter: {}, order, offset, limit: 10 });
    expect(incidents.map((i) => i.id)).toEqual(expected.map((i) => i.id));
  });
});

const inCountry = (name: string) => ({ relation: 'in', name, level: 'country', countries: [name], dataNames: [] });
test.each([
  { countries: ['Syria'], limit: 3 },
  { countries: ['Syria', 'Iraq', 'Yemen'], limit: 8 },
  { countries: ['Syria', 'Iraq', 'Yemen'], limit: 8, eventTypes: ['battle'] },
])('the deadliest of %j are those of the whole order', async ({ countries, limit, eventTypes }) => {
  const there = (i: Incident) =>
    countries.includes(i.where.country ?? '') && (!eventTypes || eventTypes.some((t) => i.eventTypes.includes(t)));
  const expected = records.filter(there).sort(sorts.deadliest).slice(0, limit);
  expect(expected).toHaveLength(limit);
  const filter = { places: countries.map(inCountry), ...(eventTypes ? { eventTypes } : {}) };
  const { incidents } = await find({ filter, order: 'deadliest', limit });
  expect(incidents.map((i) => i.id)).toEqual(expected.map((i) => i.id));
});

test.each(['year', 'month', 'country', 'admin1', 'place', 'eventType', 'actor', 'source'])(
  'ranked by %s, the total is that of the incidents',
  async (by) => {
    expect((await find({ measure: 'rank', by, filter: { period: year } })).total).toBe(records.filter(inside).length);
  },
);

test('a trend tells the total, with what is in no group', async () => {
  const { total, groups, ungrouped } = await find({ measure: 'trend', by: 'month', filter: {} });
  expect(total).toBe(records.length);
  expect(ungrouped! + groups!.reduce((sum, group) => sum + group.count, 0)).toBe(total);
});

const km = (a: { lat: number; lon: number }, b: { lat: number; lon: number }) => {
  const r = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * r) / 2) ** 2 +
    Math.cos(a.lat * r) * Math.cos(b.lat * r) * Math.sin(((b.lon - a.lon) * r) / 2) ** 2;
  return 12742.0176 * Math.asin(Math.sqrt(h));
};

test.each([10, 50, 300, 3000])('within %i km: as many as a measure of every distance finds', async (radiusKm) => {
  const { where } = made.find((one) => one.where.country === 'Syria')!;
  const point = { lat: where.lat as number, lon: where.lon as number };
  const place = { relation: 'near', name: 'x', level: 'town', ...point, radiusKm };
  const close = records.filter(
    (one) => one.where.precision !== 'province' && km(point, one.where as typeof point) <= radiusKm,
  );
  expect((await find({ filter: { places: [place] } })).total).toBe(close.length);
});

test('an actor is found alike in a small place, in a time, and anywhere', async () => {
  const actor = 'Government of Syria';
  const one = made.find((i) => i.actors.some((a) => a.actor === actor))!;
  const actors = [{ name: actor, names: [actor], role: 'either' }];
  const { country, admin1 } = one.where as { country: string; admin1: string };
  const province = { relation: 'in', name: admin1, level: 'admin1', countries: [country], dataNames: [admin1] };
  const by = (i: Incident) => i.actors.some((a) => a.actor === actor);
  const there = (i: Incident) => i.where.admin1 === admin1 && i.where.country === country;
  expect((await find({ filter: { actors } })).total).toBe(records.filter(by).length);
  expect((await find({ filter: { actors, places: [province] } })).total).toBe(
    records.filter((i) => by(i) && there(i)).length,
  );
});

test('two sides are found alike in a time, in a country, and anywhere', async () => {
  const two = made.filter((i) => i.actors.length > 1);
  const [a, b] = [two[0]!.actors[0]!.actor, two[0]!.actors[1]!.actor];
  const side = (name: string) => ({ name, names: [name], role: 'either' });
  const met = (i: Incident) => [a, b].every((name) => i.actors.some((p) => p.actor === name));
  const { country } = two[0]!.where as { country: string };
  for (const pair of [
    [side(a), side(b)],
    [side(b), side(a)],
  ]) {
    expect((await find({ filter: { pair } })).total).toBe(records.filter(met).length);
    expect((await find({ filter: { pair, places: [inCountry(country)] } })).total).toBe(
      records.filter((i) => met(i) && i.where.country === country).length,
    );
    const { total, overlapping } = await find({ filter: { pair, period: year } });
    expect([total, overlapping]).toEqual([
      records.filter((i) => met(i) && inside(i)).length,
      records.filter((i) => met(i) && reaching(i)).length,
    ]);
  }
});

describe.each(['market', 'hospital', 'convoy'])('the word “%s”', (text) => {
  const said = (one: Incident) => one.summary?.includes(` ${text} `) ?? false;
  const syria = { relation: 'in', name: 'Syria', level: 'country', countries: ['Syria'], dataNames: [] };
  const periods = [year, { start: '2014-06-05', end: null }, { start: null, end: '2012-03-01' }];
  test.each(periods)('is found in %j, in a country and anywhere', async (period) => {
    const from = period.start ?? '0';
    const before = period.end ?? '9';
    const within = ({ when }: Incident) => when.start !== null && when.start >= from && when.end! < before;
    const over = (one: Incident) =>
      one.when.start !== null && one.when.start < before && one.when.end! >= from && !within(one);
    for (const places of [undefined, [syria]]) {
      const there = (one: Incident) => said(one) && (!places || one.where.country === 'Syria');
      const found = await find({ filter: { text, period, ...(places ? { places } : {}) } });
      expect([found.total, found.overlapping]).toEqual([
        records.filter((one) => there(one) && within(one)).length,
        records.filter((one) => there(one) && over(one)).length,
      ]);
    }
  });
});
