import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { openDatabase } from '../../src/database/open.ts';
import type { Incidents } from '../../src/incidents/incidents.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';
import { createFileImporter } from '../../src/sources/import-file.ts';
import { openSourceRows } from '../../src/sources/store.ts';
import { type FileImportResult, watchFolder } from '../../src/sources/watch-folder.ts';
import { startProgram } from '../support/program.ts';
import { until } from '../support/until.ts';
import { ucdpCsv } from './ucdp-rows.ts';

let folder: string;
let db: Database;
let incidents: Incidents;
let seen: FileImportResult[];
let stopping: AbortController;
let watching: Promise<void>;

async function watch(): Promise<void> {
  stopping = new AbortController();
  const { signal } = stopping;
  const load = createFileImporter(incidents);
  const rows = openSourceRows(db);
  watching = watchFolder(
    {
      folder,
      rows,
      load: (path) => load(path, { by: 'console', now: new Date('2026-03-01'), signal }),
      onResult: (one) => seen.push(one),
      settled: 60,
      pause: 10,
    },
    signal,
  );
}
async function stop(): Promise<void> {
  stopping.abort();
  await watching;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sitrep-watch-'));
  db = await openDatabase(':memory:');
  incidents = await openIncidents(db);
  seen = [];
  await watch();
});
afterEach(async () => {
  await stop();
  await incidents.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const told = () => seen.map(({ path, kind }) => [path.slice(folder.length + 1), kind]);
const heard = (n: number) => until(() => seen.length >= n, `${n} files told of: ${JSON.stringify(seen)}`);
const quiet = () => new Promise((done) => setTimeout(done, 200));

test('files that are there, appear or change are imported once each, and stay where they are', async () => {
  write('a.csv', ucdpCsv([1, 2]));
  await heard(1);
  write('b.csv', ucdpCsv([3]));
  await heard(2);
  write('a.csv', ucdpCsv([1, 2, 4]));
  await heard(3);
  await quiet();
  expect(told()).toEqual([
    ['a.csv', 'taken'],
    ['b.csv', 'taken'],
    ['a.csv', 'taken'],
  ]);
  expect(seen[2]).toMatchObject({ rows: { rows: 3, added: 1, revised: 0, unchanged: 2, rejected: 0 } });
  expect((await incidents.coverage()).incidents).toBe(4);
});

test('a file that is still being written waits until it is complete', async () => {
  const [head = '', ...rows] = ucdpCsv([1, 2, 3, 4, 5, 6]).split(/(?<=\n)/);
  write('slow.csv', head);
  for (const row of rows) {
    await new Promise((done) => setTimeout(done, 25));
    expect(seen).toEqual([]);
    appendFileSync(join(folder, 'slow.csv'), row);
  }
  await heard(1);
  expect(seen[0]).toMatchObject({ rows: { added: 6 } });
});

test('names of files that are not complete yet are passed over, folders too', async () => {
  for (const name of ['x.csv.part', '.x.csv', 'x.crdownload', '~x.csv']) write(name, ucdpCsv([1]));
  mkdirSync(join(folder, 'inside.csv'));
  await quiet();
  expect(seen).toEqual([]);
  renameSync(join(folder, 'x.csv.part'), join(folder, 'x.csv'));
  await heard(1);
  expect(told()).toEqual([['x.csv', 'taken']]);
});

test('what was imported is remembered over a restart; a changed time alone is no new content; a copy is a file', async () => {
  write('a.csv', ucdpCsv([1]));
  await heard(1);
  await stop();
  await watch();
  await quiet();
  expect(seen).toHaveLength(1);
  utimesSync(join(folder, 'a.csv'), new Date(), new Date('2020-01-01'));
  await heard(2);
  write('copy.csv', ucdpCsv([1]));
  await heard(3);
  await quiet();
  expect(seen[2]).toMatchObject({ rows: { added: 0, unchanged: 1 } });
  expect(told().slice(1)).toEqual([
    ['a.csv', 'same'],
    ['copy.csv', 'taken'],
  ]);
});

test('a broken file is told once, keeps nothing else waiting, and is tried again only when it changes', async () => {
  write('broken.csv', 'who,knows\n1,2\n');
  write('empty.csv', '');
  write('good.csv', ucdpCsv([1]));
  await heard(3);
  await quiet();
  expect(Object.fromEntries(told())).toEqual({ 'broken.csv': 'broken', 'empty.csv': 'broken', 'good.csv': 'taken' });
  expect(seen.find(({ path }) => path.endsWith('broken.csv'))).toMatchObject({ why: expect.stringMatching(/mapping/) });
  await stop();
  await watch();
  await quiet();
  expect(seen).toHaveLength(3);
  write('broken.csv', ucdpCsv([7]));
  await heard(4);
  expect(told().at(-1)).toEqual(['broken.csv', 'taken']);
});

test('a file that was changed back to what it was is imported again', async () => {
  write('a.csv', ucdpCsv([1], 3));
  await heard(1);
  write('a.csv', ucdpCsv([1], 5));
  await heard(2);
  write('a.csv', ucdpCsv([1], 3));
  await heard(3);
  expect(told().map(([, kind]) => kind)).toEqual(['taken', 'taken', 'taken']);
  expect(await incidents.get('ucdp:1')).toMatchObject({ casualties: [{ killed: { best: 3 } }, {}] });
});

test('a row that is wrong is counted, with the first reason', async () => {
  write('a.csv', ucdpCsv([1, 2]).replace('31.31', 'north'));
  await heard(1);
  expect(seen[0]).toMatchObject({
    rows: { added: 1, rejected: 1, firstReject: expect.stringMatching(/^line 2, latitude/) },
  });
});

test('a folder that goes away ends the watch with what to do', async () => {
  rmSync(folder, { recursive: true });
  await expect(watching).rejects.toThrow(/Cannot watch .*Name a folder/);
  watching = Promise.resolve();
});

test('npm start -- import --watch: a line for each file, over restarts, until it is told to stop', async () => {
  const program = startProgram({}, ['import', '--watch', folder]);
  await until(() => program.told.out.includes('Watching'), 'the first line', 30_000);
  write('a.csv', ucdpCsv([1, 2]));
  await until(() => program.told.out.includes('a.csv'), 'the file’s line', 20_000);
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  expect(program.told.err).toBe('');
  expect(program.told.out.split('\n').slice(0, 2)).toEqual([
    `Watching ${folder}: each file is imported once it is complete. Ctrl+C ends it.`,
    `${join(folder, 'a.csv')}: 2 rows: 2 new, 0 revised and 0 unchanged.`,
  ]);
  const again = startProgram({ SITREP_DB: program.db }, ['import', '--watch', join(folder, 'absent')]);
  expect(await again.ended).toBe(1);
  expect(again.told.err).toMatch(/^Cannot watch .*absent.*Name a folder that can be read\.\n$/);
});
