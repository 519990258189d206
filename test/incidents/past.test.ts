import { describe, expect, test } from 'vitest';
import { EditError } from '../../src/incidents/edit-error.ts';
import type { Incidents } from '../../src/incidents/incidents.ts';
import type { Filter, Query } from '../../src/incidents/query.ts';
import { engine } from '../support/engines.ts';
import { runs } from '../support/runs.ts';
import { seeded } from '../support/seeded.ts';
import { openStore } from '../support/world.ts';
import { ana, asOf, every, find, get, put, told } from './world.ts';

const day = (n: number) => new Date(Date.UTC(2021, 0, 1 + n)).toISOString();
const places = ['Mosul', 'Erbil', 'Kirkuk'];
const actors = [['IS'], ['IS', 'Government of Iraq'], ['PKK'], []];
const types = ['ambush', 'airstrike', 'raid'];

/** One thing that happens to the record, the same in whichever store. */
type Step = (store: Incidents) => Promise<unknown>;

function randomSteps(seed: number, many: number): Step[] {
  const random = seeded(seed);
  const one = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const id = () => `${one(['a', 'b'])}:${Math.floor(random() * 8)}`;
  return Array.from({ length: many }, (_, n): Step => {
    const at = day(n);
    const [first, other] = [id(), id()];
    const record = told(first, {
      day: day(-200 - Math.floor(random() * 50)).slice(0, 10),
      place: one(places),
      type: one(types),
      actors: one(actors),
      killed: Math.floor(random() * 20),
      more: { title: one(['Attack on a market', 'Attack on a convoy']) },
    });
    const casualty = { group: 'all', killed: { low: 50, best: 50, high: 60 }, by: 'Ana' };
    const edit = one(['correct', 'retract', 'restore', 'merge', 'split'] as const);
    const author = ana('checked', at);
    if (random() < 0.5) return (store) => put(store, [record], at);
    return (store) =>
      store
        .edit(
          edit === 'correct'
            ? { kind: 'correct', id: first, amendment: { ...author, now: { eventTypes: ['arson'] }, casualty } }
            : edit === 'merge'
              ? { kind: 'merge', kept: first, absorbed: other }
              : edit === 'split'
                ? { kind: 'split', absorbed: first }
                : { kind: edit, id: first },
          author,
        )
        .catch((error) => {
          if (!(error instanceof EditError)) throw error;
        });
  });
}

const asked: [Filter, Partial<Query>][] = [
  [{}, {}],
  [{ eventTypes: ['violence'] }, { measure: 'count' }],
  [{ text: 'market' }, {}],
  [{ actors: [{ name: 'IS', names: ['IS'], role: 'either' }] }, {}],
  [{ source: 'Wire' }, { measure: 'sum', of: 'killed' }],
  [{ period: { start: '2020-06-20', end: '2020-07-10' } }, {}],
  [{}, { measure: 'rank', by: 'actor', order: 'most' }],
  [{}, { measure: 'trend', by: 'month' }],
  [{ killed: { min: 50 } }, {}],
  [
    {
      places: [
        {
          relation: 'near',
          name: 'x',
          level: 'point',
          countries: [],
          dataNames: [],
          lat: 36.3,
          lon: 43.1,
          radiusKm: 20,
        },
      ],
    },
    {},
  ],
];

const outcome = async (store: Incidents, filter: Filter, more: Partial<Query>) => {
  const { total, value, low, high, groups, incidents } = await find(store, filter, more);
  return { total, value, low, high, groups, incidents: incidents.map((i) => JSON.stringify(i)) };
};

const seeds = Array.from({ length: runs(engine === 'postgres' ? 2 : 4) }, (_, n) => n + 1);

test.each(seeds)('as of any earlier moment the answers are those of then (history %i)', async (seed) => {
  const steps = randomSteps(seed, 60);
  const [now, then] = [await openStore(), await openStore()];
  for (const step of steps) await step(now);
  for (const [n, step] of steps.entries()) {
    await step(then);
    if (n % 6 !== 0) continue;
    for (const [filter, more] of asked)
      expect(
        await outcome(now, { ...filter, asOf: asOf(day(n + 1)) }, more),
        `step ${n}, ${JSON.stringify(filter)}`,
      ).toEqual(await outcome(then, filter, more));
    expect(await every(now, { asOf: asOf(day(n + 1)) })).toEqual(await every(then, {}));
  }
});

describe('by example', () => {
  test('a figure, before and after it was corrected', async () => {
    const store = await openStore();
    await put(store, [told('a:1', { killed: 3 })], '2021-01-01T09:00:00Z');
    await put(store, [told('a:1', { killed: 9 })], '2021-03-05T09:00:00Z');
    const killed = async (filter: Filter) => (await find(store, filter, { measure: 'sum', of: 'killed' })).value;
    expect(await killed({})).toBe(9);
    expect(await killed({ asOf: asOf('2021-03-02T00:00:00.000Z') })).toBe(3);
    expect(await killed({ asOf: asOf('2020-12-31T00:00:00.000Z') })).toBe(0);
    expect(await killed({})).toBe(9);
  });

  test('two moments asked for at once do not mix', async () => {
    const store = await openStore();
    for (const n of [1, 2, 3, 4, 5]) await put(store, [told(`a:${n}`, { killed: n })], day(n));
    const total = async (n: number) => (await find(store, { asOf: asOf(day(n)) })).total;
    expect(await Promise.all([total(2), total(4), total(6), total(3)])).toEqual([1, 3, 5, 2]);
  });

  test('all of a moment can be gone through while another one is asked for and records change', async () => {
    const store = await openStore();
    const all = Array.from({ length: 120 }, (_, n) => told(`a:${n}`, { killed: 1 }));
    await put(store, all, day(1));
    await put(
      store,
      all.slice(0, 60).map((r) => ({ ...r, title: 'Changed' })),
      day(5),
    );
    const then = await every(store, { asOf: asOf(day(3)) }, async () => {
      expect((await find(store, { asOf: asOf(day(0)) })).total).toBe(0);
      await put(
        store,
        all.map((r) => ({ ...r, title: 'Changed again' })),
        day(6),
      );
    });
    expect(then.total).toBe(120);
    expect(then.told.filter((json) => json.includes('Changed'))).toEqual([]);
    expect(then.told).toHaveLength(120);
  });

  test('the present is not touched by asking about the past', async () => {
    const store = await openStore();
    await put(store, [told('a:1', { killed: 3, more: { title: 'Attack on a market' } })], day(1));
    await put(store, [told('a:1', { killed: 3, more: { title: 'Attack on a bakery' } })], day(5));
    expect((await find(store, { text: 'market', asOf: asOf(day(3)) })).total).toBe(1);
    expect((await find(store, { text: 'market' })).total).toBe(0);
    expect((await get(store, 'a:1')).title).toBe('Attack on a bakery');
  });
});
