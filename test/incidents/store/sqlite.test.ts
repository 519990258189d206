import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/database/open.ts';

const folder = mkdtempSync(join(tmpdir(), 'sitrep-test-'));

test('a file that is no database is refused by name, with a remedy', async () => {
  const file = join(folder, 'letter.db');
  writeFileSync(file, 'Dear reader, this is not a database at all, only a letter.'.repeat(100));
  await expect(openDatabase(file)).rejects.toThrow(/letter\.db.*--db/);
});

test('a failed transaction leaves nothing behind', async () => {
  const db = await openDatabase(':memory:');
  await db.exec('CREATE TABLE t (n INTEGER)');
  const cutOff = db.transaction(async () => {
    await db.run('INSERT INTO t VALUES (1)');
    throw new Error('cut off');
  });
  await expect(cutOff).rejects.toThrow('cut off');
  expect((await db.get('SELECT count(*) AS n FROM t'))?.n).toBe(0);
});

test('what belongs to no transaction waits for the one under way', async () => {
  const db = await openDatabase(':memory:');
  await db.exec('CREATE TABLE t (n INTEGER)');
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const kept = db.transaction(async () => {
    await db.run('INSERT INTO t VALUES (1)');
    await held;
    // One inside another is a part of it.
    await db.transaction(() => db.run('INSERT INTO t VALUES (2)'));
    throw new Error('cut off');
  });
  const beside = db.run('INSERT INTO t VALUES (3)');
  letGo();
  await expect(kept).rejects.toThrow('cut off');
  await beside;
  expect(await db.all('SELECT n FROM t')).toEqual([{ n: 3 }]);
});

test('what a transaction set off and left behind is not of it', async () => {
  const db = await openDatabase(':memory:');
  await db.exec('CREATE TABLE t (n INTEGER)');
  const { promise: later, resolve } = Promise.withResolvers<void>();
  let left: Promise<unknown> = Promise.resolve();
  await db.transaction(async () => {
    left = later.then(() => db.run('INSERT INTO t VALUES (1)'));
  });
  const other = db.transaction(async () => {
    resolve();
    await new Promise((done) => setTimeout(done, 5));
    throw new Error('cut off');
  });
  await expect(other).rejects.toThrow('cut off');
  await left;
  expect(await db.all('SELECT n FROM t')).toEqual([{ n: 1 }]);
});
