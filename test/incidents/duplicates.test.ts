import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openStore } from '../support/world.ts';
import { labelledIncidents, labelledSame } from './labelled.ts';
import { madePairs } from './pairs-made.ts';
import { scored, storeOf } from './proposed.ts';
import { incidentsOf } from './ucdp-file.ts';
import { ana, find, put, told } from './world.ts';

const all = 100_000;

describe('proposals of what may be the same incident', () => {
  test('pairs labelled by hand: nothing wrong, and most of the same', async () => {
    const store = await storeOf(labelledIncidents);
    const score = scored(await store.duplicates(all), labelledSame);
    expect(score.wrong.map(({ a, b }) => [a.id, b.id])).toEqual([]);
    expect(score.recall).toBeGreaterThanOrEqual(80);
  });

  const file = '../shared/data/ucdp/ged_global_sample1000_v23_1.csv';
  const dense = '../shared/data/ucdp/ged_nigeria_1990-2019_hdx_pandas-index.csv';
  // Skipped where the files are not at hand: they are not part of this repository.
  test.skipIf(!existsSync(file) || !existsSync(dense)).each([
    ['a sample of the world', file, 1000, 65],
    ['years of one dense conflict', dense, 1500, 50],
  ])('%s told twice, in part: at least 95 of 100 are right', async (_, path, most, floor) => {
    const split = madePairs(await incidentsOf(path, most), 7);
    const score = scored(await (await storeOf([...split.first, ...split.second])).duplicates(all), split.same);
    expect(score.precision).toBeGreaterThanOrEqual(95);
    expect(score.recall).toBeGreaterThanOrEqual(floor);
  });

  test('each says why, and how sure it is', async () => {
    const store = await storeOf([
      told('desk:1', { killed: 12, actors: ['IS'] }),
      told('wire:1', { killed: 12, actors: ['Islamic State'] }),
    ]);
    const [pair] = await store.duplicates(5, 'wire:1');
    expect(pair?.confidence).toBeGreaterThan(0.9);
    expect(pair?.reasons.map((r) => r.kind)).toEqual(['time', 'place', 'type', 'actors', 'toll']);
  });
});

describe('what may be the same', () => {
  const pair = [
    told('desk:1', { killed: 12, actors: ['IS'] }),
    told('wire:1', { killed: 12, actors: ['Islamic State'] }),
  ];

  test('is counted beside the other, and the count says so', async () => {
    const store = await storeOf([...pair, told('wire:2', { day: '2020-06-01', killed: 1 })]);
    expect(await find(store, {})).toMatchObject({ total: 3, alike: 1 });
    expect(await find(store, { period: { start: '2020-06-01', end: '2020-07-01' } })).toMatchObject({
      total: 1,
      alike: 0,
    });
  });

  test('is nothing of one dataset alone', async () => {
    const store = await storeOf([
      told('wire:1', { killed: 12, actors: ['IS'] }),
      told('wire:2', { killed: 12, actors: ['IS'] }),
    ]);
    expect(await store.duplicates(all)).toEqual([]);
  });

  test('is no longer so once it is merged, split apart for good, or changed', async () => {
    const store = await storeOf(pair);
    await store.edit({ kind: 'merge', kept: 'desk:1', absorbed: 'wire:1' }, ana('the same'));
    expect(await find(store, {})).toMatchObject({ total: 1, alike: 0 });
    await store.edit({ kind: 'split', absorbed: 'wire:1' }, ana('not the same'));
    expect(await find(store, {})).toMatchObject({ total: 2, alike: 0 });
    const other = await storeOf(pair);
    await put(other, [told('wire:1', { day: '2019-01-01', killed: 12, actors: ['Islamic State'] })]);
    expect(await other.duplicates(all)).toEqual([]);
  });

  test('is seen when a person reports what a dataset has', async () => {
    const store = await openStore();
    await put(store, [told('desk:1', { killed: 12, actors: ['IS'] })]);
    await put(store, [told('reported:market', { killed: 12, actors: ['IS'] })]);
    expect((await find(store, {})).alike).toBe(1);
  });
});
