import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { openStore } from '../support/world.ts';
import { storeContract } from './contract.ts';

describe('the embedded engine', () => storeContract(openStore));

const folder = mkdtempSync(join(tmpdir(), 'sitrep-test-'));

test('a file that is no database is refused by name, with a remedy', () => {
  const file = join(folder, 'letter.db');
  writeFileSync(file, 'Dear reader, this is not a database at all, only a letter.'.repeat(100));
  expect(() => openDatabase(file)).toThrow(/letter\.db.*--db/);
});

test('a database of a newer Sitrep is refused', () => {
  const db = openDatabase(join(folder, 'newer.db'));
  db.exec('PRAGMA user_version = 99');
  expect(() => migrate(db, [{ version: 1, sql: 'SELECT 1' }])).toThrow(/newer Sitrep/);
});

test('a failed transaction leaves nothing behind', () => {
  const db = openDatabase(':memory:');
  db.exec('CREATE TABLE t (n INTEGER)');
  expect(() =>
    db.transaction(() => {
      db.run('INSERT INTO t VALUES (1)');
      throw new Error('cut off');
    }),
  ).toThrow('cut off');
  expect(db.get('SELECT count(*) AS n FROM t')?.n).toBe(0);
});
