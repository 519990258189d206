import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { backUp } from '../../../src/database/backup.ts';
import type { Database } from '../../../src/database/database.ts';
import { migrate } from '../../../src/database/migrate.ts';
import { migrations } from '../../../src/database/migrations/index.ts';
import { connect, openDatabase } from '../../../src/database/open.ts';
import { fill } from '../../../src/incidents/store/fill.ts';
import { tables } from '../../../src/server/migrate-engine.ts';
import { engine, freshName } from '../../support/engines.ts';
import { startProgram } from '../../support/program.ts';
import { schemaNine } from './databases/index.ts';

const newest = migrations.length;
const list =
  engine === 'sqlite'
    ? "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'words_%'"
    : "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'schema_version'";
const tablesOf = async (db: Database) => (await db.all(list)).map((row) => String(row.name)).sort();

async function start(name: string) {
  const { told, ended } = startProgram({ SITREP_DB: name }, ['status']);
  return { status: await ended, ...told };
}

test('migrations are numbered without a gap', () => {
  expect(migrations.map((m) => m.number)).toEqual(migrations.map((_, n) => n + 1));
});

test('every table is either copied into another database or filled there anew', async () => {
  const db = await openDatabase(await freshName());
  const filled = ['words', 'total', 'actor_total', 'admin1_total', 'type_set', 'named'];
  expect(await tablesOf(db)).toEqual([...tables, ...filled].sort());
  await db.close();
});

test('a database that is up to date is asked once', async () => {
  const name = await freshName();
  await (await openDatabase(name)).close();
  const db = await connect(name);
  let asked = 0;
  const version = () => {
    asked++;
    return db.version();
  };
  const never = () => Promise.reject(new Error('nothing is to be done'));
  await migrate({ ...db, version, transaction: never, withoutTimeout: never });
  expect(asked).toBe(1);
  await db.close();
});

test('one of a newer Sitrep is refused in one line: both versions, what to do, status 1, and it stays as it is', async () => {
  const name = await freshName();
  const db = await openDatabase(name);
  await db.setVersion(newest + 7);
  const files = [name];
  if (engine === 'sqlite') {
    // As a backup that is put back: not in the mode of a file in use.
    await backUp(db, `${name}-copy`);
    files.push(`${name}-copy`);
  }
  await db.close();
  const hash = (file: string) => engine === 'sqlite' && createHash('sha256').update(readFileSync(file)).digest('hex');
  for (const file of files) {
    const before = hash(file);
    const { status, out, err } = await start(file);
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(
      new RegExp(
        `^The database .* is at version ${newest + 7} .* up to ${newest}\\. Update Sitrep, or restore a backup.*\\n$`,
      ),
    );
    expect(hash(file)).toBe(before);
  }
});

test('a migration that fails is named, and leaves the version and the tables from before', async () => {
  const name = await schemaNine();
  const db = await connect(name);
  const before = await tablesOf(db);
  const failing = {
    number: newest + 1,
    name: 'a step too far',
    sql: 'CREATE TABLE further (n INTEGER); INSERT INTO nowhere VALUES (1)',
  };
  await expect(migrate(db, undefined, [...migrations, failing])).rejects.toThrow(
    new RegExp(
      `brought up to date: migration ${newest + 1} \\(a step too far\\) failed: .*nowhere.* Nothing was changed\\.`,
    ),
  );
  expect(await db.version()).toBe(9);
  expect(await tablesOf(db)).toEqual(before);
  await migrate(db);
  expect(await db.version()).toBe(newest);
  await db.close();
});

/** Opens the database and is killed while it fills a table. */
const killed = (name: string) => `
  import { openDatabase } from './src/database/open.ts';
  const kill = () => process.kill(process.pid, 'SIGKILL');
  await openDatabase(${JSON.stringify(name)}, { 'full-text': kill, 'roll-ups': kill, 'name-counts': kill });`;

test('a process that is killed in the middle leaves the version and the rows from before', async () => {
  const name = await schemaNine();
  const db = await connect(name);
  await db.run(engine === 'sqlite' ? 'PRAGMA user_version = 8' : 'DELETE FROM schema_version WHERE version > 8');
  const named = () => db.all('SELECT kind, name, n, lat, lon FROM named ORDER BY kind, name, country, admin1');
  const before = await named();
  expect(before).not.toEqual([]);
  expect(spawnSync(process.execPath, ['--input-type=module', '-e', killed(name)]).signal).toBe('SIGKILL');
  expect([await db.version(), await named()]).toEqual([8, before]);
  await migrate(db, fill);
  expect([await db.version(), await named()]).toEqual([newest, before]);
  await db.close();
});

test('what another process has migrated meanwhile is not migrated again', async () => {
  const name = await freshName();
  const db = await connect(name);
  const patient: Database['withoutTimeout'] = async (work) => {
    await (await openDatabase(name)).close();
    return db.withoutTimeout(work);
  };
  await migrate({ ...db, withoutTimeout: patient });
  expect(await db.version()).toBe(newest);
  await db.close();
});

test.each([
  ['an older', schemaNine],
  ['a new', freshName],
])('of several processes that start at once with %s database, one migrates and all go on', async (_, make) => {
  const name = await make();
  const started = await Promise.all(Array.from({ length: 4 }, () => start(name)));
  expect(started.map(({ status, err }) => [status, err])).toEqual(
    Array(4).fill([0, expect.not.stringMatching(/database/)]),
  );
  const db = await openDatabase(name);
  expect(await db.version()).toBe(newest);
  if (engine === 'postgres')
    expect(await db.all('SELECT version FROM schema_version ORDER BY version')).toEqual(
      migrations.map((m) => ({ version: m.number })),
    );
  await db.close();
});
