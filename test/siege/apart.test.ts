import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { composeSyncResult, sourcesLine } from '../../src/answers/sources-answer.ts';
import { importFilesApart } from '../../src/incidents/import/apart/import-apart.ts';
import { ImportDied } from '../../src/incidents/import/import-error.ts';
import { importFiles } from '../../src/incidents/import/import-files.ts';
import { ucdpCsv } from '../sources/ucdp-rows.ts';
import { sourcesWorld } from '../sources/world.ts';
import { now, openStore } from '../support/world.ts';
import { startOddServer } from '../web/odd-server.ts';
import { workbookBomb } from './bombs.ts';

const folder = mkdtempSync(join(tmpdir(), 'sitrep-apart-'));
const fileOf = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const by = { by: 'test', now, folder };

test('what is read in a process apart is stored as if it were read here', async () => {
  const path = fileOf('ged.csv', ucdpCsv([1, 2, 3]));
  const [here, there] = [await openStore(), await openStore()];
  const untimed = (reports: { seconds: number }[]) => reports.map((report) => ({ ...report, seconds: 0 }));
  const expected = untimed(await importFiles([path], { ...by, incidents: here }));
  expect(untimed(await importFilesApart([path], { ...by, incidents: there }))).toEqual(expected);
  expect(await there.get('ucdp:1')).toEqual(await here.get('ucdp:1'));
  const again = await importFilesApart([path], { ...by, incidents: there });
  expect(again[0]).toMatchObject({ added: 0, unchanged: 3 });
});

test('a file that cannot be read is refused in the same words', async () => {
  const incidents = await openStore();
  await expect(importFilesApart([join(folder, 'none.csv')], { ...by, incidents })).rejects.toThrow(/There is no file/);
});

test('who stops it is not told that it died', async () => {
  const stopping = new AbortController();
  const path = fileOf('more.csv', ucdpCsv([1, 2, 3]));
  const run = importFilesApart([path], { ...by, incidents: await openStore(), signal: stopping.signal });
  stopping.abort();
  await expect(run).rejects.toThrow(/abort/i);
});

test('a workbook of 100 KB that needs gigabytes ends the process that reads it, and nothing else', async () => {
  const bomb = workbookBomb();
  expect(bomb.length).toBeLessThan(1_000_000);
  const path = fileOf('bomb.xlsx', bomb);
  const reading = importFilesApart([path], { ...by, incidents: await openStore() }, { megabytes: 64 });
  await expect(reading).rejects.toThrow(ImportDied);
});

test('a source that ends the process that reads it is paused and said', async () => {
  const server = await startOddServer({ '/a.xlsx': (_, response) => response.end('PK') });
  const world = await sourcesWorld({ load: () => Promise.reject(new ImportDied('Reading it ended the process.')) });
  const { id } = await world.add({ address: `${server.url}a.xlsx` });
  const result = await world.sources.run(id);
  expect(result).toMatchObject({ kind: 'failed', paused: true });
  expect(composeSyncResult(id, result).text).toMatch(/ended the process\. It is paused; sources --resume 1/);
  expect(await world.sources.due(10)).toEqual([]);
  expect(sourcesLine(await world.sources.list())).toMatch(/1 paused; #1 fails: Reading it ended/);
  await Promise.all([world.close(), server.close()]);
});
