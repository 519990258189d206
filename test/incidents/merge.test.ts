import { describe, expect, test } from 'vitest';
import type { Incidents } from '../../src/incidents/incidents.ts';
import { openStore } from '../support/world.ts';
import { ana, asOf, every, find, get, put, told } from './world.ts';

const first = told('ucdp:1', { killed: 12, day: '2020-07-11', actors: ['IS'], by: 'UCDP', type: 'state-based' });
const second = told('wire:2', {
  killed: 15,
  day: '2020-07-12',
  actors: ['Islamic State', 'the army'],
  more: {
    reports: [{ publisher: 'Wire', headline: 'Fifteen killed at Mosul' }],
    attributions: [{ actor: 'IS', status: 'claimed', by: 'Amaq' }],
  },
});

const merge = (store: Incidents, kept = 'ucdp:1', absorbed = 'wire:2') =>
  store.edit({ kind: 'merge', kept, absorbed }, ana('the same attack'));

async function merged() {
  const store = await openStore();
  await put(store, [first]);
  await put(store, [second]);
  await merge(store);
  return store;
}
const sum = async (store: Incidents) => (await find(store, {}, { measure: 'sum', of: 'killed' })).value;

describe('a merge', () => {
  test('is one incident, with the figures of the one that was kept', async () => {
    const store = await merged();
    expect((await find(store, {})).total).toBe(1);
    expect(await sum(store)).toBe(12);
  });

  test('keeps both accounts, each figure with who says so', async () => {
    const record = await get(await merged(), 'ucdp:1');
    expect(record.reports.map((r) => r.publisher)).toEqual(['UCDP', 'Wire']);
    expect(record.casualties.map(({ by, account }) => [by, account])).toEqual([
      ['UCDP', undefined],
      ['Wire', 'wire:2'],
    ]);
    expect(record.accounts).toMatchObject([
      { id: 'wire:2', when: { start: '2020-07-12' }, by: 'Ana', why: 'the same attack' },
    ]);
  });

  test('is of the datasets of both, also as of a moment before it was split', async () => {
    const store = await merged();
    expect((await every(store, {})).datasets).toEqual(['ucdp', 'wire']);
    await store.edit({ kind: 'split', absorbed: 'wire:2' }, ana('two after all', '2020-08-05T10:00:00Z'));
    expect((await every(store, { ids: ['ucdp:1'] })).datasets).toEqual(['ucdp']);
    const then = { ids: ['ucdp:1'], asOf: asOf('2020-08-02T00:00:00.000Z') };
    expect((await every(store, then)).datasets).toEqual(['ucdp', 'wire']);
  });

  test('gives all of itself under the id of either', async () =>
    expect((await every(await merged(), { ids: ['wire:2'] })).total).toBe(1));

  test('is found by what either says', async () => {
    const store = await merged();
    expect((await find(store, { source: 'Wire' })).incidents.map((i) => i.id)).toEqual(['ucdp:1']);
    expect((await find(store, { attribution: { statuses: ['claimed'] } })).total).toBe(1);
    expect((await find(store, { text: 'fifteen' })).total).toBe(1);
  });

  test('the other id still tells it', async () => {
    const store = await merged();
    expect((await get(store, 'wire:2')).id).toBe('ucdp:1');
    expect((await find(store, { ids: ['wire:2'] })).incidents.map((i) => i.id)).toEqual(['ucdp:1']);
  });

  test('leaves a revision on both sides', async () => {
    const store = await merged();
    const [kept, absorbed] = [(await store.history('ucdp:1')).at(-1), (await store.history('wire:2')).at(-1)];
    expect(kept).toMatchObject({ action: 'merge', other: 'wire:2', by: 'Ana', after: { id: 'ucdp:1' } });
    expect(absorbed).toMatchObject({ action: 'absorb', other: 'ucdp:1', by: 'Ana', after: null });
  });

  test('an import of either goes on under it', async () => {
    const store = await merged();
    expect(await put(store, [second])).toMatchObject({ unchanged: 1 });
    await put(store, [told('wire:2', { killed: 17, day: '2020-07-12' })]);
    const record = await get(store, 'ucdp:1');
    expect(record.casualties.map((c) => typeof c.killed === 'object' && c.killed.best)).toEqual([12, 17]);
    await put(store, [told('ucdp:1', { killed: 13, by: 'UCDP', type: 'state-based' })]);
    expect((await get(store, 'ucdp:1')).accounts).toHaveLength(1);
    expect([await sum(store), (await find(store, {})).total]).toEqual([13, 1]);
  });

  test('a correction of the one incident survives the split', async () => {
    const store = await merged();
    const amendment = { ...ana('list'), now: { title: 'Attack at the bridge' } };
    await store.edit({ kind: 'correct', id: 'wire:2', amendment }, ana('list'));
    expect((await get(store, 'ucdp:1')).title).toBe('Attack at the bridge');
    await store.edit({ kind: 'split', absorbed: 'wire:2' }, ana('another attack'));
    expect((await get(store, 'ucdp:1')).title).toBe('Attack at the bridge');
    expect((await get(store, 'wire:2')).title).toBeUndefined();
  });
});

describe('a split', () => {
  test('brings back both as they were, with a revision each', async () => {
    const store = await merged();
    await store.edit({ kind: 'split', absorbed: 'wire:2' }, ana('another attack'));
    expect([await get(store, 'ucdp:1'), await get(store, 'wire:2')]).toEqual([first, second]);
    expect([(await find(store, {})).total, await sum(store)]).toEqual([2, 27]);
    expect((await store.history('ucdp:1')).at(-1)).toMatchObject({ action: 'split', other: 'wire:2' });
    expect((await store.history('wire:2')).at(-1)).toMatchObject({ action: 'release', other: 'ucdp:1' });
  });

  test('of a merge of merges takes off one at a time', async () => {
    const store = await merged();
    await put(store, [told('gtd:3', { killed: 9 })]);
    await merge(store, 'gtd:3', 'ucdp:1');
    expect((await get(store, 'wire:2')).id).toBe('gtd:3');
    expect((await get(store, 'gtd:3')).accounts?.map((a) => a.id)).toEqual(['ucdp:1', 'wire:2']);
    await store.edit({ kind: 'split', absorbed: 'ucdp:1' }, ana('another attack'));
    expect((await get(store, 'wire:2')).id).toBe('ucdp:1');
    expect((await find(store, {})).incidents.map((i) => i.id).sort()).toEqual(['gtd:3', 'ucdp:1']);
  });
});

test('what is in no answer is not merged, and what is merged is not retracted by itself', async () => {
  const store = await merged();
  await expect(store.edit({ kind: 'retract', id: 'wire:2' }, ana('double'))).rejects.toThrow(/Split it/);
  await store.edit({ kind: 'split', absorbed: 'wire:2' }, ana('no'));
  await store.edit({ kind: 'retract', id: 'wire:2' }, ana('double'));
  await expect(merge(store)).rejects.toThrow(/has been retracted/);
});
