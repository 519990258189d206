import { copyFileSync, mkdtempSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { importCommand } from '../../commands/import.ts';
import { openDatabase } from '../../src/database/open.ts';
import { isWholeIndex, openPlaceStore } from '../../src/entities/gazetteer/store.ts';
import { createHttpFetcher } from '../../src/web/http-fetcher.ts';
import { fetchFile } from '../../src/web/lazy-http-fetcher.ts';
import { ucdpCsv } from '../sources/ucdp-rows.ts';
import { indexFolder } from '../support/names-index.ts';
import { botOver, openStore, question } from '../support/world.ts';
import { startOddServer } from '../web/odd-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'sitrep-files-'));

test('the database is its owner’s alone, also one that was not', async () => {
  const file = join(folder, 'sitrep.db');
  await (await openDatabase(file)).close();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const open = join(folder, 'open.db');
  writeFileSync(open, '', { mode: 0o644 });
  const db = await openDatabase(open);
  await db.run("INSERT INTO setting (scope, name, json) VALUES ('a', 'b', '1')");
  for (const one of [open, `${open}-wal`, `${open}-shm`]) expect(statSync(one).mode & 0o777, one).toBe(0o600);
  await db.close();
});

test.each<[string, (file: string) => void]>([
  ['cut short', (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
  ['empty', (file) => truncateSync(file, 0)],
  [
    'foreign',
    (file) => writeFileSync(file, 'a text of somebody else, longer than a header of SQLite may be '.repeat(20)),
  ],
  [
    'of another program',
    (file) => {
      writeFileSync(file, '');
      const other = new DatabaseSync(file);
      other.exec('CREATE TABLE t (a)');
      other.close();
    },
  ],
])('an index of names that is %s is none', (_, spoil) => {
  const file = join(mkdtempSync(join(folder, 'names-')), 'names.index');
  const made = readdirSync(indexFolder).find((name) => /^names-\w+\.index$/.test(name)) ?? '';
  copyFileSync(join(indexFolder, made), file);
  expect(isWholeIndex(file)).toBe(true);
  spoil(file);
  expect(isWholeIndex(file)).toBe(false);
});

// It takes half a minute.
test.runIf(process.env.SITREP_SIEGE)('an index that is none is built again', { timeout: 240_000 }, () => {
  const file = join(folder, 'names.index');
  writeFileSync(file, 'no index');
  const store = openPlaceStore(file, true, () => undefined);
  expect(store.exact('baghdad').length).toBeGreaterThan(0);
  store.close();
});

test('a database with a table missing, or of somebody else, is told in one line', async () => {
  const file = join(folder, 'less.db');
  await (await openDatabase(file)).close();
  const raw = new DatabaseSync(file);
  raw.exec('DROP TABLE setting');
  raw.close();
  await expect(openDatabase(file)).rejects.toThrow(/less\.db lacks the table setting.*backup/);
  const other = join(folder, 'other.db');
  const theirs = new DatabaseSync(other);
  theirs.exec('PRAGMA user_version = 3; CREATE TABLE album (a)');
  theirs.close();
  await expect(openDatabase(other)).rejects.toThrow(/other\.db.*(lacks|is not|could not)/);
});

test('an address of the command line that leads to this computer is not fetched, and nothing is left of what was', async () => {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = mkdtempSync(join(folder, 'downloads-'));
  const bot = await botOver(await openStore());
  const server = await startOddServer({ '/ged.csv': (_, response) => response.end(ucdpCsv([1, 2])) });
  const web = createHttpFetcher({ distance: 0 });
  const run = (local: boolean) =>
    importCommand.run(importCommand.options.parse({ files: [`${server.url}ged.csv`] }), {
      ...question(''),
      progress: () => undefined,
      bot: { ...bot, fetchPublic: (url: string) => fetchFile(web, { url, policy: { local, http: local } }) },
    });
  expect((await run(false)).text).toMatch(/only https|private network/);
  expect((await run(true)).text).toMatch(/2 records new/);
  expect(readdirSync(process.env.TMPDIR)).toEqual([]);
  process.env.TMPDIR = before ?? tmpdir();
  await Promise.all([web.close(), server.close()]);
});
