import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openAlertRows } from '../../../src/alerts/store/index.ts';
import { QueryTimeout } from '../../../src/database/database.ts';
import { openDatabase } from '../../../src/database/open.ts';
import { numbered, toPostgresDdl } from '../../../src/database/sqlite-to-postgres-ddl.ts';
import { query } from '../../../src/incidents/query.ts';
import { readShippedData } from '../../../src/incidents/shipped-data.ts';
import { openIncidents } from '../../../src/incidents/store/index.ts';
import { migrateEngine } from '../../../src/server/migrate-engine.ts';
import { freshAddress } from '../../support/engines.ts';
import { now } from '../../support/world.ts';
import { ana, told } from '../world.ts';

test('what cannot be reached is named without its password, with a remedy', async () => {
  const opened = openDatabase('postgres://ana:s3cret@127.0.0.1:1/sitrep');
  await expect(opened).rejects.toThrow(
    /Cannot connect to postgres:\/\/127\.0\.0\.1:1\/sitrep: .*Is PostgreSQL running/,
  );
  await expect(opened).rejects.not.toThrow(/s3cret/);
  await expect(openDatabase('postgres://ana:s3cret@:::/x')).rejects.toThrow(/not a database address/);
});

test('a statement that takes too long is stopped, and the connection goes on', async () => {
  const db = await openDatabase(`${await freshAddress()}&statement_timeout=50`);
  await expect(db.get('SELECT pg_sleep(5)')).rejects.toThrow(QueryTimeout);
  expect(await db.withoutTimeout(() => db.get('SELECT 1 AS one FROM pg_sleep(0.1)'))).toEqual({ one: 1 });
  await db.close();
});

test('a failed transaction leaves nothing behind, and what is asked beside it is not of it', async () => {
  const db = await openDatabase(await freshAddress());
  await db.exec('CREATE TABLE t (n INTEGER)');
  const cutOff = db.transaction(async () => {
    await db.run('INSERT INTO t VALUES (?)', 1);
    await db.transaction(() => db.run('INSERT INTO t VALUES (?)', 2));
    expect(await db.all('SELECT n FROM t WHERE n < 3 ORDER BY n')).toEqual([{ n: 1 }, { n: 2 }]);
    throw new Error('cut off');
  });
  await Promise.all([expect(cutOff).rejects.toThrow('cut off'), db.run('INSERT INTO t VALUES (?)', 3)]);
  expect(await db.all('SELECT n FROM t')).toEqual([{ n: 3 }]);
  await db.close();
});

test('after a load the statistics are gathered of its own tables alone', async () => {
  const [db, other] = [await openDatabase(await freshAddress()), await openDatabase(await freshAddress())];
  for (const one of [db, other]) await one.exec('CREATE TABLE t (n INTEGER); INSERT INTO t VALUES (1);');
  await db.bulkLoad(async () => undefined);
  // Negative until they have been gathered.
  const rows = async (one: typeof db) =>
    (await one.get("SELECT reltuples AS n FROM pg_class WHERE oid = 't'::regclass"))?.n;
  expect(await rows(db)).toBe(1);
  expect(await rows(other)).toBe(-1);
  await db.close();
  await other.close();
});

test('a connection that breaks fails what was asked of it, and nothing else', async () => {
  const db = await openDatabase(await freshAddress());
  const other = await openDatabase(await freshAddress());
  const broken = db.transaction(async () => {
    const pid = Number((await db.get('SELECT pg_backend_pid() AS pid'))?.pid);
    await other.get('SELECT pg_terminate_backend(?::int)', pid);
    return db.get('SELECT 1 AS one');
  });
  await expect(broken).rejects.toThrow();
  expect(await db.get('SELECT 1 AS one')).toEqual({ one: 1 });
  await db.close();
  await other.close();
});

test('work that runs alone runs in one process only, and topics are heard in all', async () => {
  const address = await freshAddress();
  const [here, there] = [await openDatabase(address), await openDatabase(address)];
  const { promise: heard, resolve } = Promise.withResolvers<void>();
  await there.listen('news', resolve);
  const got = await here.withLock('work', async () => {
    expect(await there.withLock('work', async () => 'also')).toBeUndefined();
    return 'first';
  });
  expect(got).toBe('first');
  expect(await there.withLock('work', async () => 'then')).toBe('then');
  await here.notify('news');
  await heard;
  await here.close();
  await there.close();
});

test('a lane is in one hand at a time, until its lease ends; who lost it sends no more', async () => {
  const address = await freshAddress();
  const [one, two] = [await openDatabase(address), await openDatabase(address)];
  await openIncidents(one);
  const lease = 1000;
  const [here, there] = [openAlertRows(one, lease), openAlertRows(two, lease)];
  const channel = { platform: 'slack', channel: 'C1' };
  const promise = {
    ...channel,
    incident: 'x:1',
    revision: 1,
    kind: 'new' as const,
    subscriptions: [1],
    words: [],
    due: 5,
  };
  await here.outbox.enqueue([promise], 5);
  expect(await here.leases.claim('slack', 10, 10)).toHaveLength(1);
  expect(await there.leases.claim('slack', 11, 10)).toEqual([]);
  expect(await there.leases.claim('slack', 10 + lease, 10)).toHaveLength(1);
  await expect(here.leases.startSending(channel, { once: 'x', seqs: [1], at: 1 }, 1100)).rejects.toThrow('slack:C1');
  await here.leases.release(channel, { upTo: 0, until: 0 });
  expect(await one.get('SELECT holder IS NOT NULL AS held FROM lane')).toEqual({ held: true });
  await one.close();
  await two.close();
});

test('tables and places are put as PostgreSQL has them', () => {
  expect(toPostgresDdl('CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT, c REAL) STRICT, WITHOUT ROWID')).toBe(
    'CREATE TABLE t (a bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, b text COLLATE "C", c double precision)',
  );
  expect(numbered('SELECT \'?\', "a?" FROM t WHERE a = ? AND b = ?')).toBe(
    'SELECT \'?\', "a?" FROM t WHERE a = $1 AND b = $2',
  );
});

/** Every row of every table, as text. */
async function dumpOf(file: string): Promise<string[]> {
  const db = await openDatabase(file);
  const tables = await db.all(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'words%' AND name NOT LIKE 'sqlite_stat%' AND name <> 'named' ORDER BY name",
  );
  const rows = await Promise.all(
    tables.map(async ({ name }) =>
      (await db.all(`SELECT * FROM ${name}`)).map((row) => `${name} ${JSON.stringify(row)}`),
    ),
  );
  await db.close();
  return rows.flat().sort();
}

/** Names are counted anew: how often each is there, whatever changes it took. */
async function namesIn(file: string) {
  const store = await openIncidents(await openDatabase(file));
  const told = await store.vocabulary();
  await store.close();
  return told;
}

test('there and back again, a database is the same; a full one is not written into', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-move-'));
  const [first, back] = [join(folder, 'first.db'), join(folder, 'back.db')];
  const db = await openDatabase(first);
  const store = await openIncidents(db);
  const { dataset, records } = readShippedData();
  const origin = { dataset, by: 'test', why: 'shipped', at: now.toISOString() };
  await store.apply(
    [
      ...records,
      told('wire:1', { killed: 3 }),
      told('wire:2', { more: { summary: 'O\u2019Neil\u0000 “said” \\ nothing?' } }),
    ].map((record) => ({ action: 'put' as const, record })),
    origin,
  );
  await store.edit({ kind: 'merge', kept: 'wire:1', absorbed: 'wire:2' }, ana('told twice'));
  const rows = openAlertRows(db);
  await rows.subscriptions.add({ platform: 'slack', channel: 'C1' }, '{"a": 1}');
  await store.close();

  const address = await freshAddress();
  const moved = await migrateEngine(first, address);
  expect(moved).toBeGreaterThan(records.length * 3);
  await expect(migrateEngine(first, address)).rejects.toThrow(/is not empty/);
  expect(await migrateEngine(address, back)).toBe(moved);
  expect(await dumpOf(back)).toEqual(await dumpOf(first));
  expect(await namesIn(back)).toEqual(await namesIn(first));

  const there = await openIncidents(await openDatabase(address));
  const found = await there.find(query.parse({ measure: 'count', filter: { text: 'militia' } }));
  expect(found.total).toBeGreaterThan(0);
  // Numbers go on where they were.
  await there.apply([{ action: 'put', record: told('wire:9') }], origin);
  expect((await there.get('wire:9'))?.id).toBe('wire:9');
  await there.close();
  expect(existsSync(join(folder, 'nothing.db'))).toBe(false);
  await expect(migrateEngine(join(folder, 'nothing.db'), back)).rejects.toThrow(/no database/);
});
