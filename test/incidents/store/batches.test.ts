import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Incident, IncidentRecord } from '../../../src/incidents/incident.ts';
import type { Change, Incidents, Origin } from '../../../src/incidents/incidents.ts';
import { engine } from '../../support/engines.ts';
import { openStore } from '../../support/world.ts';
import { ana, find, told } from '../world.ts';

const origin: Origin = {
  dataset: { id: 'wire', name: 'Wire', licence: 'CC BY 4.0', citation: 'Wire' },
  by: 'test',
  why: 'a list',
  at: '2020-07-20T09:00:00Z',
};
const put = (record: IncidentRecord): Change => ({ action: 'put', record });
const idOf = (n: number) => `wire:${n}`;
const few = 6;
const amended = { now: { title: 'Put right' }, by: 'Ana', at: '2020-08-01T10:00:00Z', why: 'a misprint' };

/** Two that are merged, one corrected, one taken back by a person, and one by its source; numbered from there. */
async function begin(store: Incidents, from: number): Promise<void> {
  const id = (n: number) => idOf(from + n);
  await store.apply(
    [1, 2, 3, 4, 5].map((n) => put(told(id(n), { killed: n }))),
    origin,
  );
  await store.edit({ kind: 'merge', kept: id(1), absorbed: id(2) }, ana('told twice'));
  await store.edit({ kind: 'correct', id: id(3), amendment: amended }, ana('a misprint'));
  await store.edit({ kind: 'retract', id: id(4) }, ana('no such thing'));
  await store.apply([{ action: 'retract', record: told(id(5)) }], origin);
}

const change = fc.record({
  action: fc.constantFrom<Change['action']>('put', 'put', 'put', 'retract'),
  n: fc.integer({ min: 0, max: few }),
  killed: fc.integer({ min: 0, max: 3 }),
  actor: fc.constantFrom('IS', 'PKK'),
});

/** Everything that can be asked of those, what was logged after a change, and the totals of the whole. */
async function stateOf(store: Incidents, ids: string[], after: number) {
  const log = await store.changesSince(after, 1000);
  const whole = await find(store, {}, { measure: 'rank', by: 'actor' });
  const history = await Promise.all(ids.map((id) => store.history(id)));
  const words = await Promise.all(['right', 'pkk', 'ambush'].map((text) => find(store, { text, ids })));
  const actors = await Promise.all(
    ['IS', 'PKK'].map((name) => find(store, { actors: [{ name, names: [name], role: 'either' }], ids })),
  );
  const { places, actors: names, sources } = await store.vocabulary();
  return {
    log: log.map(({ id, revision, action, other }) => [id, revision, action, other]),
    whole: { ...whole, incidents: [] },
    history: history.map((all) => all.map(({ cursor, ...rest }) => rest)),
    found: [...words, ...actors].map(({ total, incidents }) => [total, incidents]),
    held: [...(await store.getAll(ids))].sort(([a], [b]) => (a < b ? -1 : 1)),
    names: { places, names, sources },
  };
}

test('a list taken in hand at once leaves what its records leave one by one', async () => {
  const [whole, single] = [await openStore(), await openStore()];
  let from = 0;
  const asOneByOne = fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (list) => {
    from += 10;
    const changes = list.map(({ action, n, killed, actor }): Change => {
      return { action, record: told(idOf(from + n), { killed, actors: [actor, 'Government of Iraq'] }) };
    });
    for (const store of [whole, single]) await begin(store, from);
    const before = (await whole.vocabulary()).version;
    const together = await whole.apply(changes, origin);
    const sum = { added: 0, revised: 0, unchanged: 0, retracted: 0 };
    for (const one of changes) {
      const applied = await single.apply([one], origin);
      for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += applied[key];
    }
    expect(together).toEqual(sum);
    const ids = Array.from({ length: few + 1 }, (_, n) => idOf(from + n));
    expect(await stateOf(whole, ids, before)).toEqual(await stateOf(single, ids, before));
  });
  await fc.assert(asOneByOne, { numRuns: engine === 'postgres' ? 6 : 20, seed: 5 });
  await whole.close();
  await single.close();
});

test('more than are taken in hand at once: all are there, each logged once and in order', async () => {
  const store = await openStore();
  const all = Array.from({ length: 1100 }, (_, n) => told(idOf(n), { actors: ['IS'] }));
  expect(await store.apply(all.map(put), origin)).toMatchObject({ added: 1100 });
  expect((await store.changesSince(0, 2000)).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  const again = all.map((one, n) => put(n % 3 ? one : { ...one, title: `Put right ${n}` }));
  expect(await store.compare(again.map(({ record }) => record))).toMatchObject({ unchanged: 733, revised: 367 });
  expect(await store.apply(again, origin)).toMatchObject({ unchanged: 733, revised: 367 });
  expect((await find(store, { text: 'right' })).total).toBe(367);
  await store.close();
});

test('a list of which one record cannot be kept leaves nothing, and the next one is taken', async () => {
  const store = await openStore();
  const broken = { ...told(idOf(700)), when: null } as unknown as Incident;
  const list = [...Array.from({ length: 600 }, (_, n) => told(idOf(n))), broken];
  await expect(store.apply(list.map(put), origin)).rejects.toThrow();
  expect((await store.coverage()).records).toBe(0);
  expect(await store.apply(list.slice(0, 600).map(put), origin)).toMatchObject({ added: 600 });
  await store.close();
});
