import { expect, test } from 'vitest';
import type { Amendment } from '../../src/incidents/apply-correction.ts';
import type { Incidents } from '../../src/incidents/incidents.ts';
import { openStore } from '../support/world.ts';
import { ana, find, get, put, told } from './world.ts';

const byAna = (more: Partial<Amendment>, why = 'hospital list'): Amendment => ({ ...ana(why), now: {}, ...more });
const correct = (store: Incidents, id: string, more: Partial<Amendment>) =>
  store.edit({ kind: 'correct', id, amendment: byAna(more) }, ana('hospital list'));
const killed = (n: number, by: string) => ({ group: 'all', killed: { low: n, best: n, high: n }, by });
const dated = (day: string) => ({
  when: { start: day, end: day, precision: 'day' as const, basis: 'source' as const },
});

async function corrected() {
  const store = await openStore();
  await put(store, [told('wire:1', { killed: 3, day: '2020-07-11' })]);
  await correct(store, 'wire:1', { now: dated('2020-07-10'), casualty: killed(5, 'Ana (correction)') });
  return store;
}
const sum = async (store: Incidents) => (await find(store, {}, { measure: 'sum', of: 'killed' })).value;

test('a correction leaves a revision with who, when, why, before and after', async () => {
  const store = await corrected();
  const [, change] = await store.history('wire:1');
  expect(change).toMatchObject({
    revision: 2,
    action: 'correct',
    by: 'Ana',
    why: 'hospital list',
    before: { when: { start: '2020-07-11' } },
    after: { when: { start: '2020-07-10' } },
  });
});

test('a corrected figure counts, and the source’s stands beside it', async () => {
  const store = await corrected();
  expect(await sum(store)).toBe(5);
  expect((await get(store, 'wire:1')).casualties.map((c) => c.by)).toEqual(['Ana (correction)', 'Wire']);
});

test('the same source row again changes nothing', async () => {
  const store = await corrected();
  const again = [told('wire:1', { killed: 3, day: '2020-07-11' })];
  expect(await store.compare(again)).toMatchObject({ unchanged: 1, revised: 0 });
  expect(await put(store, again)).toMatchObject({ unchanged: 1, revised: 0 });
  expect((await get(store, 'wire:1')).when.start).toBe('2020-07-10');
  expect(await sum(store)).toBe(5);
});

test('another row of the source is a revision under the correction: its new values stand beside it', async () => {
  const store = await corrected();
  const newer = [told('wire:1', { killed: 4, day: '2020-07-09', more: { title: 'Ambush at the bridge' } })];
  expect(await store.compare(newer)).toMatchObject({ revised: 1 });
  expect(await put(store, newer)).toMatchObject({ revised: 1 });
  const record = await get(store, 'wire:1');
  expect(record).toMatchObject({ title: 'Ambush at the bridge', when: { start: '2020-07-10' } });
  expect(record.corrections?.[0]?.was.when?.start).toBe('2020-07-09');
  expect(record.casualties.map((c) => (typeof c.killed === 'object' ? c.killed.best : c.killed))).toEqual([5, 4]);
  expect(await put(store, newer)).toMatchObject({ unchanged: 1 });
});

test('a second correction of the same thing stands on the first', async () => {
  const store = await corrected();
  await correct(store, 'wire:1', { casualty: killed(6, 'Ben (correction)'), now: { title: 'Ambush' } });
  expect(await sum(store)).toBe(6);
  expect(await put(store, [told('wire:1', { killed: 3, day: '2020-07-11' })])).toMatchObject({ unchanged: 1 });
  expect((await get(store, 'wire:1')).corrections).toHaveLength(2);
});

test('what nobody reviewed is counted, told apart, and found; confirming it ends that', async () => {
  const store = await openStore();
  const row = told('reported:market', { killed: 2, more: { flags: ['unreviewed'] } });
  await put(store, [row, told('reported:other')]);
  expect(await find(store, {})).toMatchObject({ total: 2, unreviewed: 1 });
  expect((await find(store, { unreviewed: true })).incidents.map((i) => i.id)).toEqual(['reported:market']);
  await correct(store, 'reported:market', { confirmed: true });
  expect(await find(store, {})).toMatchObject({ total: 2, unreviewed: 0 });
  expect(await put(store, [row])).toMatchObject({ unchanged: 1 });
  expect((await get(store, 'reported:market')).flags).toEqual([]);
});

test('what a person took back stays so when its source tells it again, until a person brings it back', async () => {
  const store = await openStore();
  await put(store, [told('wire:1', { killed: 3 })]);
  await store.edit({ kind: 'retract', id: 'wire:1' }, ana('double'));
  expect((await find(store, {})).total).toBe(0);
  expect(await put(store, [told('wire:1', { killed: 3 })])).toMatchObject({ unchanged: 1 });
  expect(await put(store, [told('wire:1', { killed: 8 })])).toMatchObject({ revised: 1 });
  expect((await find(store, {})).total).toBe(0);
  expect((await store.history('wire:1')).map((c) => [c.action, c.after === null])).toEqual([
    ['add', false],
    ['retract', true],
    ['correct', true],
  ]);
  await store.edit({ kind: 'restore', id: 'wire:1' }, ana('it was none'));
  expect(await sum(store)).toBe(8);
});

test.each([
  [{ kind: 'retract', id: 'wire:9' } as const, /no incident “wire:9”/],
  [{ kind: 'restore', id: 'wire:1' } as const, /has not been retracted/],
  [{ kind: 'split', absorbed: 'wire:1' } as const, /not merged into another/],
  [{ kind: 'merge', kept: 'wire:1', absorbed: 'wire:1' } as const, /already the same incident/],
])('%j cannot be done, changes nothing, and says why', async (edit, words) => {
  const store = await openStore();
  await put(store, [told('wire:1')]);
  await expect(store.edit(edit, ana('a try'))).rejects.toThrow(words);
  expect(await store.history('wire:1')).toHaveLength(1);
});
