import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Answer } from '../../../src/answers/document/answer.ts';
import { composeImport } from '../../../src/answers/import-summary.ts';
import { fileOf, load } from './import-in.ts';

const header = 'Ref,Date of incident,Province,Town,Lat,Long,Country,Kind,Dead,Hurt,What happened,Source';
const table = `${header}\nA1,25/04/2021,North,Town,33.5,43.5,X,Car bomb,3,4,A car went off.,Wire\nA2,26/04/2021,North,Town,33.5,43.5,X,Protest,0,,They marched.,Post\n`;
const home = () => mkdtempSync(join(tmpdir(), 'sitrep-mapping-'));

test('a table in no known format: the mapping is proposed and kept, nothing imported; then it is read by it', async () => {
  const folder = home();
  const path = fileOf(table);
  const { report, incidents } = await load(path, undefined, { folder });
  expect(report).toMatchObject({ format: 'mapped', rows: 0, added: 0 });
  expect(report.proposed?.mapping.columns).toMatchObject({
    id: 'Ref',
    date: 'Date of incident',
    admin1: 'Province',
    place: 'Town',
    country: 'Country',
    type: 'Kind',
    killed: 'Dead',
    wounded: 'Hurt',
  });
  expect((await incidents.coverage()).records).toBe(0);
  expect(readdirSync(join(folder, 'mappings'))).toHaveLength(1);
  const again = await load(path, incidents, { folder });
  expect(again.report).toMatchObject({ rows: 2, added: 2, rejected: [], mapping: report.proposed?.file });
});

test('another file with the same header is read by the same mapping at once', async () => {
  const folder = home();
  await load(fileOf(table), undefined, { folder });
  const { report } = await load(fileOf(table.replaceAll('A1', 'B1').replaceAll('A2', 'B2')), undefined, { folder });
  expect([report.added, report.proposed]).toEqual([2, undefined]);
});

test('a mapping of one’s own, in YAML or JSON', async () => {
  const folder = home();
  const { report } = await load(fileOf(table), undefined, { folder });
  const mapping = join(folder, 'mine.json');
  writeFileSync(mapping, JSON.stringify({ ...report.proposed?.mapping, types: { 'Car bomb': 'protest' } }));
  const { report: read } = await load(fileOf(table), undefined, { folder: home(), mapping });
  expect([read.rows, read.mapping]).toEqual([2, mapping]);
  const yaml = join(folder, 'mine.yaml');
  writeFileSync(yaml, readFileSync(report.proposed?.file as string));
  expect((await load(fileOf(table), undefined, { folder: home(), mapping: yaml })).report.added).toBe(2);
});

test.each([
  ['columns: [', /not valid YAML or JSON/],
  ['columns: {}', /is not valid at/],
])('a mapping that is wrong says where: %s', async (text, words) => {
  const mapping = join(home(), 'bad.yaml');
  writeFileSync(mapping, text);
  await expect(load(fileOf(table), undefined, { mapping })).rejects.toThrow(words);
});

test('a mapping that is not there', async () => {
  await expect(load(fileOf(table), undefined, { mapping: '/nowhere/m.yaml' })).rejects.toThrow(/There is no mapping/);
});

const wordsOf = (answer: Answer): string => JSON.stringify(answer.parts);

test('a proposal shows the first rows as they would be read, what is not set, and that no column names the country', async () => {
  const rows = ['2021-04-25,Basra,"1,200",A car went off.', 'never,Basra,1,A shot.'];
  const later = Array.from({ length: 20 }, () => '2021-04-26,Basra,1,A shot.');
  const path = fileOf(['Date,Town,Dead,What happened', ...rows, ...later].join('\n'));
  const { report } = await load(path, undefined, { folder: home() });
  const shown = wordsOf(composeImport([report], { dryRun: false, files: [path] }));
  expect(shown).toMatch(/The first rows as they would be read.*25 April 2021.*Basra.*1,200/);
  expect(shown).toMatch(/rejected: Date is not a date/);
  expect(shown).toMatch(/No column names the country.*Fields that no column is used for:.*wounded/);
});
