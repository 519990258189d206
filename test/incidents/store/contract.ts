import { beforeAll, describe, expect, test } from 'vitest';
import { type Incident, type IncidentRecord, incident } from '../../../src/incidents/incident.ts';
import type { Incidents, Origin } from '../../../src/incidents/incidents.ts';
import { type Bounds, type Filter, type Query, query } from '../../../src/incidents/query.ts';
import { allies } from './allies.ts';
import { spelledNames } from './spelled-names.ts';
import { workedOut } from './worked-out.ts';

const origin: Origin = {
  dataset: { id: 'test', name: 'Test', licence: 'CC0', citation: 'made up' },
  by: 'tester',
  why: 'a test',
  at: '2020-07-14T09:00:00Z',
};

interface Told {
  id: string;
  days: [string, string];
  where?: Partial<Incident['where']>;
  type?: string;
  actors?: Incident['actors'];
  killed?: number;
  civilians?: number;
  title?: string;
}

const figure = (n: number) => ({ low: n, best: n, high: n + 2 });

const told = ({
  id,
  days: [start, end],
  where,
  type = 'state-based',
  actors = [],
  killed,
  civilians,
  title,
}: Told): Incident =>
  incident.parse({
    kind: 'incident',
    id: `test:${id}`,
    title,
    when: { start, end, precision: 'day' },
    where: { country: 'Iraq', precision: 'exact', ...where },
    eventTypes: [type],
    actors,
    casualties: [
      ...(killed === undefined ? [] : [{ group: 'all', killed: figure(killed) }]),
      ...(civilians === undefined ? [] : [{ group: 'civilians', killed: figure(civilians) }]),
    ],
  });

const mosul = { place: 'Mosul town', admin1: 'Ninawa province', lat: 36.34, lon: 43.13 };
const near = { place: 'Hamam al-Alil', admin1: 'Ninawa province', lat: 36.16, lon: 43.26 };
const battle: Incident['actors'] = [
  { actor: 'Government of Iraq', role: 'party' },
  { actor: 'IS', role: 'party' },
];
const massacre: Incident['actors'] = [
  { actor: 'IS', role: 'attacker' },
  { actor: 'Civilians', role: 'victim' },
];

const records: IncidentRecord[] = [
  told({ id: '1', days: ['2016-03-05', '2016-03-05'], where: mosul, actors: battle, killed: 10, civilians: 2 }),
  told({ id: '2', days: ['2016-03-30', '2016-04-02'], where: mosul, actors: battle, killed: 50 }),
  told({
    id: '3',
    days: ['2016-06-01', '2016-06-01'],
    where: near,
    type: 'one-sided',
    actors: massacre,
    killed: 7,
    civilians: 7,
  }),
  told({
    id: '10',
    days: ['2017-01-01', '2017-01-01'],
    where: { ...mosul, place: 'Ninawa province', precision: 'province' },
    actors: battle,
    killed: 3,
  }),
  told({
    id: '11',
    days: ['2017-01-01', '2017-01-01'],
    where: { admin1: 'Baghdād province', place: 'Baghdad', lat: 33.3, lon: 44.4 },
    type: 'airstrike',
    title: 'Airstrike on a school; DROP TABLE',
  }),
  told({
    id: '12',
    days: ['2018-05-05', '2018-05-05'],
    where: { country: 'Syria', admin1: 'Idlib', place: 'Idlib', lat: 35.9, lon: 36.6 },
    type: 'rocket',
    actors: [{ actor: 'HTS', role: 'attacker' }],
    killed: 1,
  }),
  incident.parse({
    kind: 'incident',
    id: 'test:line',
    when: { start: '2020-07-11', end: '2020-07-11', precision: 'day' },
    where: {
      country: 'Iraq',
      precision: 'line',
      between: [
        { name: 'Diwaniya', lat: 31.99, lon: 44.93 },
        { name: 'Samawah', lat: 31.33, lon: 45.29 },
      ],
    },
    eventTypes: ['ambush'],
    casualties: [{ group: 'Americans', killed: 'none reported' }],
  }),
];

const place = (more: Partial<NonNullable<Filter['places']>[number]>): NonNullable<Filter['places']> => [
  { relation: 'in', name: 'x', level: 'town', countries: [], dataNames: [], ...more },
];
const samawah = { lat: 31.33, lon: 45.29 };

/** What every engine of the store must do; `open` gives an empty one. */
export function storeContract(open: () => Promise<Incidents>): void {
  let store: Incidents;
  const find = (filter: Filter, more: Partial<Query> = {}) =>
    store.find(query.parse({ measure: 'list', filter, limit: 50, ...more }));
  const ids = async (filter: Filter, more: Partial<Query> = {}) =>
    (await find(filter, more)).incidents.map((i) => i.id.slice(5));

  beforeAll(async () => {
    store = await open();
    await store.bulk(() =>
      store.apply(
        records.map((record) => ({ action: 'put', record })),
        origin,
      ),
    );
  });

  describe('when', () => {
    test('a period counts what lies inside it and tells apart what only overlaps', async () => {
      const march = await find({ period: { start: '2016-03-01', end: '2016-04-01' } });
      expect([march.total, march.overlapping]).toEqual([1, 1]);
    });
    describe('several periods', () => {
      const year = (n: number) => ({ start: `${n}-01-01`, end: `${n + 1}-01-01` });
      const month = (n: number) => ({ start: `2016-0${n}-01`, end: `2016-0${n + 1}-01` });
      test('any of them, whatever their order', async () => {
        expect(await ids({ periods: [year(2018), year(2016)] })).toEqual(['12', '3', '2', '1']);
        expect(await ids({ periods: [month(6), { start: '2017-06-01', end: null }] })).toEqual(['line', '12', '3']);
      });
      test('an incident that lies in none of them but touches one is told apart, once', async () => {
        const found = await find({ periods: [month(3), month(4)] });
        // Months that meet are one stretch: what began in one and ended in the other lies in it.
        expect([found.total, found.overlapping]).toEqual([2, 0]);
        const apart = await find({ periods: [month(4), month(6)] });
        expect([apart.total, apart.overlapping]).toEqual([1, 1]);
      });
      test('what lies in a longer one overlaps nothing, and is counted once', async () => {
        const found = await find({ periods: [month(3), year(2016)] }, { measure: 'sum', of: 'killed' });
        expect([found.total, found.overlapping, found.value]).toEqual([3, 0, 67]);
      });
      test('are added up', async () => {
        const periods = [year(2016), year(2018)];
        const trend = await find({ periods }, { measure: 'trend', by: 'year' });
        expect(trend.groups?.map((g) => [g.key, g.count])).toEqual([
          ['2016', 3],
          ['2018', 1],
        ]);
        expect((await find({ periods, text: 'school' })).total).toBe(0);
        expect((await find({ periods: [year(2017), year(2018)], text: 'school' })).total).toBe(1);
      });
      test('a side’s period replaces them', async () => {
        const sides = [
          { key: '2017', filter: { period: year(2017) } },
          { key: 'both', filter: { periods: [year(2017), year(2018)] } },
        ];
        const compared = (filter: Filter) => find(filter, { measure: 'compare', sides });
        for (const filter of [{ periods: [year(2016), year(2018)] }, { period: year(2016) }])
          expect((await compared(filter)).groups?.map((g) => g.count)).toEqual([2, 3]);
      });
    });
    test('open sides', async () => {
      expect(await ids({ period: { start: '2018-01-01', end: null } })).toEqual(['line', '12']);
      expect(await ids({ period: { start: null, end: '2016-04-01' } })).toEqual(['1']);
    });
  });

  describe('where', () => {
    test('in a province, by the data’s own name', async () => {
      expect(
        await ids({ places: place({ level: 'admin1', dataNames: ['Ninawa province'], countries: ['Iraq'] }) }),
      ).toEqual(['10', '3', '2', '1']);
    });
    test('in a town: at it or within 15 km, no coarser than the town', async () => {
      const found = await find({
        places: place({ dataNames: ['Mosul town'], countries: ['Iraq'], lat: 36.34, lon: 43.13 }),
      });
      expect([found.total, found.coarse]).toEqual([2, 1]);
    });
    test('near: 50 km, and a province’s centre is near nothing', async () => {
      expect(await ids({ places: place({ relation: 'near', lat: 36.34, lon: 43.13, radiusKm: 50 }) })).toEqual([
        '3',
        '2',
        '1',
      ]);
    });
    test('an incident on the road between two towns is near whatever is near the road', async () => {
      expect(await ids({ places: place({ relation: 'near', ...samawah, radiusKm: 10 }) })).toEqual(['line']);
      expect(await ids({ places: place({ relation: 'near', lat: 31.66, lon: 45.11, radiusKm: 5 }) })).toEqual(['line']);
      expect(await ids({ places: place({ relation: 'near', lat: 30.5, lon: 47.8, radiusKm: 50 }) })).toEqual([]);
    });
    test('a part of a country: what is located to the province or better, on that side', async () => {
      const inIraq = (bounds: Bounds) =>
        find({ places: place({ level: 'country', countries: ['Iraq'], part: { of: 'north', bounds } }) });
      const [all, none] = [await inIraq({ south: -90 }), await inIraq({ south: 89 })];
      expect([none.total, none.coarse]).toEqual([0, all.coarse]);
      const [north, south] = [await inIraq({ south: 34 }), await inIraq({ north: 34 })];
      expect([north.total > 0, south.total > 0, north.total + south.total]).toEqual([true, true, all.total]);
    });
    test('a corridor', async () => {
      expect(
        await ids({
          places: place({
            relation: 'between',
            lat: 36.34,
            lon: 43.13,
            to: { name: 'y', lat: 36.0, lon: 43.4 },
            radiusKm: 25,
          }),
        }),
      ).toEqual(['3', '2', '1']);
    });
    test('outside a place keeps what is too coarse to tell, and counts it', async () => {
      const found = await find({
        places: place({ level: 'country', countries: ['Iraq'] }),
        exclude: { places: place({ dataNames: ['Mosul town'], lat: 36.34, lon: 43.13 }) },
      });
      expect(found.incidents.map((i) => i.id.slice(5))).toEqual(['line', '11', '10', '3']);
      expect(found.coarse).toBe(1);
    });
  });

  describe('who and what', () => {
    test('a type asks for all below it', async () => {
      expect(await ids({ eventTypes: ['battle'] })).toEqual(['10', '2', '1']);
      expect(await ids({ eventTypes: ['shelling'] })).toEqual(['12']);
    });
    test('by: acted or fought; against: suffered', async () => {
      expect(await ids({ actors: [{ name: 'IS', names: ['IS'], role: 'attacker' }] })).toEqual(['10', '3', '2', '1']);
      expect(await ids({ actors: [{ name: 'Civilians', names: ['Civilians'], role: 'target' }] })).toEqual(['3']);
    });
    test('two sides', async () => {
      const [a, b] = ['IS', 'Government of Iraq'].map((name) => ({ name, names: [name], role: 'either' as const }));
      expect(await ids({ pair: [a!, b!] })).toEqual(['10', '2', '1']);
    });
    test('a threshold never meets an unknown toll', async () => {
      expect(await ids({ killed: { min: 0 } })).not.toContain('11');
      expect(await ids({ killed: { min: 7, max: 10 } })).toEqual(['3', '1']);
    });
    test.each(['school', 'SCHOOL', 'schools', 'school"; DROP', "school' OR 1=1 --"])('text %s', async (text) => {
      expect((await find({ text })).total).toBeLessThanOrEqual(1);
    });
  });

  allies(open);

  describe('how much', () => {
    test('newest first, by number within a day', async () => {
      expect(await ids({})).toEqual(['line', '12', '11', '10', '3', '2', '1']);
    });
    test('deadliest first', async () => {
      expect(await ids({}, { order: 'deadliest', limit: 2 })).toEqual(['2', '1']);
    });
    test('a sum says for how many there is no figure: none reported is not 0', async () => {
      const sum = await find({}, { measure: 'sum', of: 'killed' });
      expect([sum.value, sum.low, sum.high, sum.withoutFigure]).toEqual([71, 71, 81, 2]);
    });
    test('a month’s group leaves out what crosses its border', async () => {
      const trend = await find(
        { period: { start: '2016-01-01', end: '2017-01-01' } },
        { measure: 'trend', by: 'month' },
      );
      expect(trend.groups?.map((g) => [g.key, g.count])).toEqual([
        ['2016-03', 1],
        ['2016-06', 1],
      ]);
      expect(trend.ungrouped).toBe(1);
    });
    test('a ranking counts each actor once an incident, never civilians', async () => {
      const rank = await find({}, { measure: 'rank', by: 'actor', order: 'most' });
      expect(rank.groups?.map((g) => [g.key, g.count])).toEqual([
        ['IS', 4],
        ['Government of Iraq', 3],
        ['HTS', 1],
      ]);
    });
    test('a comparison keeps the order asked', async () => {
      const sides = [
        { key: '2017', filter: { period: { start: '2017-01-01', end: '2018-01-01' } } },
        { key: '2016', filter: { period: { start: '2016-01-01', end: '2017-01-01' } } },
      ];
      const compared = await find({}, { measure: 'compare', sides });
      expect(compared.groups?.map((g) => [g.key, g.count, g.killed])).toEqual([
        ['2017', 2, 3],
        ['2016', 3, 67],
      ]);
    });
    workedOut(find);
    spelledNames(open);
    test('all that a query counts, in its order and whatever its limit, again and again', async () => {
      for (const order of ['newest', 'oldest', 'deadliest'] as const) {
        for (const filter of [{}, { period: { start: '2016-01-01', end: '2017-01-01' } }] satisfies Filter[]) {
          const asked = query.parse({ measure: 'list', filter, order, limit: 1 });
          const { total, datasets, incidents } = await store.stream(asked);
          const listed = await ids(filter, { order, limit: 100 });
          expect(total).toBe(listed.length);
          expect(datasets).toEqual(['test']);
          for (let time = 0; time < 2; time++) {
            const all: string[] = [];
            for await (const one of incidents) all.push(one.id.replace('test:', ''));
            expect(all).toEqual(listed);
          }
        }
      }
    });
    test('what is written meanwhile changes nothing of which they are', async () => {
      const { total, incidents } = await store.stream(query.parse({ measure: 'list', filter: {} }));
      const late = told({ id: 'late', days: ['2030-01-01', '2030-01-01'] });
      await store.apply([{ action: 'put', record: late }], origin);
      const all: string[] = [];
      for await (const one of incidents) all.push(one.id);
      await store.apply([{ action: 'retract', record: late }], origin);
      expect(all).toHaveLength(total);
      expect(all).not.toContain('test:late');
    });
    test('first, last and the days between', async () => {
      expect(await ids({}, { measure: 'first' })).toEqual(['1']);
      expect(await ids({}, { measure: 'last' })).toEqual(['line']);
      expect((await find({ period: { start: '2016-01-01', end: '2017-01-01' } }, { measure: 'span' })).value).toBe(88);
    });
  });

  describe('changes', () => {
    test('the same record again changes nothing; another one is a revision that keeps the old', async () => {
      const record = told({ id: 'moving', days: ['2019-01-01', '2019-01-01'], killed: 1 });
      const put = (r: IncidentRecord) => store.apply([{ action: 'put', record: r }], origin);
      expect((await put(record)).added).toBe(1);
      expect((await put(record)).unchanged).toBe(1);
      expect((await put(told({ id: 'moving', days: ['2019-01-01', '2019-01-01'], killed: 4 }))).revised).toBe(1);
      const history = await store.history('test:moving');
      expect(history.map((h) => [h.revision, h.action, h.before !== null])).toEqual([
        [1, 'add', false],
        [2, 'correct', true],
      ]);
      expect(history[0]?.after).toEqual(record);
      expect((await store.changesSince(history[0]!.cursor, 5)).map((c) => c.revision)).toEqual([2]);
    });
    test('a retraction leaves the counts and stays visible', async () => {
      const before = (await find({ ids: ['test:moving'] })).total;
      await store.apply(
        [{ action: 'retract', record: told({ id: 'moving', days: ['2019-01-01', '2019-01-01'] }) }],
        origin,
      );
      expect([before, (await find({ ids: ['test:moving'] })).total]).toEqual([1, 0]);
      expect((await store.history('test:moving')).at(-1)?.action).toBe('retract');
      expect(await store.get('test:moving')).toBeDefined();
    });
    test('what the data holds and names', async () => {
      expect((await store.coverage()).incidents).toBe(7);
      expect((await store.vocabulary()).actors.find((a) => a.name === 'IS')?.incidents).toBe(4);
    });
  });
}
