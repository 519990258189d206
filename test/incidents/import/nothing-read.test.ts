import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { composeImport } from '../../../src/answers/import-summary.ts';
import { openDatabase } from '../../../src/database/open.ts';
import { ImportError } from '../../../src/incidents/import/import-error.ts';
import { openIncidents } from '../../../src/incidents/store/index.ts';
import { createFileImporter } from '../../../src/sources/import-file.ts';
import { now, openStore } from '../../support/world.ts';
import { fileOf, load } from './import-in.ts';
import { ucdp } from './layouts/others.ts';
import { separated, times } from './layouts/write.ts';

const table = (n: number) => separated(times(n, ucdp));
const header = table(1).split('\n')[0] ?? '';
const broken = table(3).replaceAll(/20\d\d-\d\d-\d\d/g, 'never');

test.each([
  ['every row rejected', broken, /all 3 rows were rejected.*is not a date/],
  ['no row', `${header}\n`, /has no rows/],
])('%s is no success, for a person or a watched folder', async (_, content, words) => {
  const path = fileOf(content);
  const { report, incidents } = await load(path);
  const answer = composeImport([report], { dryRun: false, files: [path] });
  expect([answer.failed, answer.text]).toEqual([1, expect.stringMatching(words)]);
  await expect(createFileImporter(incidents)(path, { by: 'test', now })).rejects.toThrow(words);
});

test('one row read among rejected ones is a success', async () => {
  const { report } = await load(fileOf(`${broken}${table(1).split('\n')[1]}\n`));
  expect(composeImport([report], { dryRun: false, files: [] }).failed).toBeUndefined();
});

test('an import that was cut short is told until it is finished', async () => {
  const path = fileOf(table(2500), 'cut-short.csv');
  const incidents = await openStore();
  const stop = new AbortController();
  const progress = () => stop.abort();
  await expect(load(path, incidents, { signal: stop.signal, progress })).rejects.toThrow();
  expect(await incidents.unfinished()).toEqual(['cut-short.csv']);
  await load(path, incidents);
  expect(await incidents.unfinished()).toEqual([]);
});

test('a full disk says so, and nothing hides it', async () => {
  const db = await openDatabase(join(mkdtempSync(join(tmpdir(), 'sitrep-full-')), 'sitrep.db'));
  const incidents = await openIncidents(db);
  const pages = Number((await db.get('PRAGMA page_count'))?.page_count);
  await db.all(`PRAGMA max_page_count = ${pages + 20}`);
  const failed = load(fileOf(table(2000)), incidents);
  await expect(failed).rejects.toThrow(ImportError);
  await expect(failed).rejects.toThrow(/The disk is full/);
  expect(await incidents.coverage()).toMatchObject({ records: 0 });
  await incidents.close();
});
