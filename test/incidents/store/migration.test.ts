import { expect, test } from 'vitest';
import { migrate } from '../../../src/database/migrate.ts';
import { migrations } from '../../../src/database/migrations/index.ts';
import { connect } from '../../../src/database/open.ts';
import { fill } from '../../../src/incidents/store/fill.ts';
import { openIncidents } from '../../../src/incidents/store/index.ts';
import { freshName } from '../../support/engines.ts';
import { ana, find, get, told } from '../world.ts';

/** A database as the first versions wrote it: one incident revised once, another retracted. */
async function versionTwo() {
  const db = await connect(await freshName());
  await migrate(db, undefined, migrations.slice(0, 2));
  await db.run(
    'INSERT INTO dataset (id, json) VALUES (?, ?)',
    'wire',
    JSON.stringify({ id: 'wire', name: 'Wire', licence: 'CC0', citation: 'Wire' }),
  );
  const [first, second] = [told('wire:1', { killed: 4 }), told('wire:2', { killed: 9 })];
  for (const [rid, record, retracted] of [
    [1, first, 0],
    [2, second, 1],
  ] as const) {
    await db.run(
      `INSERT INTO incident (rid, id, seq, dataset, kind, counted, retracted, revision, first, last, when_precision, country, place, lat, lon, where_precision, type, more_types, best, low, high)
       VALUES (?, ?, ?, 'wire', 'incident', ?, ?, 2, '2020-07-11', '2020-07-11', 'day', 'Iraq', 'Mosul', 36.34, 43.13, 'exact', 'ambush', 0, ?, 4, 4)`,
      rid,
      record.id,
      rid,
      1 - retracted,
      retracted,
      rid === 1 ? 4 : 9,
    );
    await db.run('INSERT INTO body (rid, json) VALUES (?, ?)', rid, JSON.stringify(record));
    await db.run(
      "INSERT INTO change (id, revision, action, at, by, why) VALUES (?, 1, 'add', '2020-07-12T09:00:00.000Z', 'console', 'import of a file')",
      record.id,
    );
  }
  const before = JSON.stringify(told('wire:1', { killed: 3 }));
  const later = "'2020-07-20T09:00:00.000Z', 'console', 'import of a file'";
  await db.run(
    `INSERT INTO change (id, revision, action, at, by, why, before) VALUES ('wire:1', 2, 'correct', ${later}, ?)`,
    before,
  );
  await db.run(
    `INSERT INTO change (id, revision, action, at, by, why, before) VALUES ('wire:2', 2, 'retract', ${later}, ?)`,
    JSON.stringify(second),
  );
  return db;
}

test('a first database of version 2 keeps all it has, and can what is new', async () => {
  const db = await versionTwo();
  await expect(migrate(db)).rejects.toThrow(/filling the roll-ups failed/);
  expect(await db.version()).toBe(2);
  await migrate(db, fill);
  const store = await openIncidents(db);
  expect(await db.version()).toBe(migrations.length);
  expect((await find(store, { text: 'ambush' })).total).toBe(1);
  expect((await find(store, {})).incidents.map((i) => i.id)).toEqual(['wire:1']);
  expect((await store.history('wire:2')).map((c) => [c.action, c.after === null])).toEqual([
    ['add', false],
    ['retract', true],
  ]);
  const then = { at: '2020-07-13', before: '2020-07-14T00:00:00.000Z' };
  expect((await find(store, { asOf: then }, { measure: 'sum', of: 'killed' })).value).toBe(12);
  await store.edit({ kind: 'retract', id: 'wire:1' }, ana('double'));
  await store.edit({ kind: 'restore', id: 'wire:1' }, ana('it was none'));
  expect((await get(store, 'wire:1')).casualties).toHaveLength(1);
});

test('of a database without sides, two actors have met as before', async () => {
  const db = await versionTwo();
  await migrate(db, fill, migrations.slice(0, 11));
  for (const [a, b] of ['AB', 'AC', 'BC'])
    await db.run("INSERT INTO met (rid, a, b, last, country) VALUES (1, ?, ?, '2020-07-11', 'Iraq')", a!, b!);
  await migrate(db, fill);
  const store = await openIncidents(db);
  const [a, b] = ['A', 'B'].map((name) => ({ name, names: [name], role: 'either' as const }));
  expect((await find(store, { pair: [a!, b!] })).total).toBe(1);
  expect(await db.all('SELECT DISTINCT across FROM met')).toEqual([{ across: 0 }]);
  await store.close();
});

test('roll-ups of version 7 are counted again for all countries', async () => {
  const db = await versionTwo();
  const stale = async () => {
    await db.run("INSERT INTO total VALUES ('year', 'Iraq', '2020-01-01', '2020-12-31', '', '', 7, 7, 7, 7, 7, 7, 7)");
  };
  await migrate(db, { ...fill, 'roll-ups': stale }, migrations.slice(0, 7));
  await migrate(db, fill);
  expect(await db.all("SELECT country, n, best FROM total WHERE grain = 'year' ORDER BY country")).toEqual([
    { country: '*', n: 1, best: 4 },
    { country: 'Iraq', n: 1, best: 4 },
  ]);
  await db.close();
});
