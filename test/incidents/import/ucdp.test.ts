import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { importFiles } from '../../../src/incidents/import/import-files.ts';
import type { Incident } from '../../../src/incidents/incident.ts';
import type { Incidents } from '../../../src/incidents/incidents.ts';
import { query } from '../../../src/incidents/query.ts';
import { now, openStore } from '../../support/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'sitrep-import-'));
const header =
  'id,type_of_violence,conflict_name,side_a,side_b,number_of_sources,source_article,where_prec,where_coordinates,adm_1,latitude,longitude,country,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low';
const good =
  '7,1,X: Government,Government of X,"A, B",-1,"""Reuters,2014-01-24,They said ""no""; then left"";""AFP,2014-01-25,More""",1,Town  one,North province,1.5,2.5,X,1,2014-01-24,2014-01-24 00:00:00.000,1,0,2,0,3,4,3';
let number = 0;
const file = (text: string | Buffer, name = `${number++}.csv`) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const load = async (path: string, into?: Incidents, more = {}) => {
  const incidents = into ?? (await openStore());
  const [report] = await importFiles([path], { incidents, by: 'test', now, ...more });
  if (!report) throw new Error('no report');
  return { report, incidents };
};
const imported = async (text: string) => {
  const { incidents, report } = await load(file(text));
  return { record: await incidents.get('ucdp:7'), report };
};

describe('a row', () => {
  test('becomes an incident with everything it says', async () => {
    const { record, report } = await imported(`${header}\n${good}\n`);
    expect([report.added, report.rejectedTotal]).toEqual([1, 0]);
    expect(record).toMatchObject({
      when: { start: '2014-01-24', end: '2014-01-24', precision: 'day' },
      where: { place: 'Town one', admin1: 'North province', country: 'X', lat: 1.5, lon: 2.5, precision: 'exact' },
      actors: [
        { actor: 'Government of X', role: 'party', side: 1 },
        { actor: 'A', role: 'party', side: 2 },
        { actor: 'B', role: 'party', side: 2 },
      ],
      reports: [
        { publisher: 'Reuters', date: '2014-01-24', headline: 'They said "no"; then left' },
        { publisher: 'AFP' },
      ],
    });
  });

  const quirks: [string, string][] = [
    ['month first', good.replace('2014-01-24,2014-01-24 00:00:00.000', '01/24/2014 00:00:00,01/24/2014 00:00:00')],
    ['numbers with a fraction or an exponent', good.replace(/^7,1,/, '7.0,1.0,').replace(',3,4,3', ',3.0,5e+05,3.0')],
    ['a field too many at the end', `${good},`],
    ['line breaks inside a cell', good.replace('Town  one', '"Town\r\none"')],
    ['spaces at the end of cells', good.replace('Town  one', 'Town one  ').replace(',1,2014', ',1 ,2014')],
  ];
  test.each(quirks)('%s', async (_, row) => {
    const { record, report } = await imported(`${header}\n${row}\n`);
    expect(report.rejectedTotal).toBe(0);
    expect(record).toMatchObject({ when: { start: '2014-01-24' }, where: { place: 'Town one' } });
  });

  test('one-sided violence: side A acts, civilians suffer', async () => {
    const { record } = await imported(`${header}\n${good.replace(/^7,1/, '7,3').replace('"A, B"', 'Civilians')}\n`);
    expect(record?.actors).toEqual([
      { actor: 'Government of X', role: 'attacker', side: 1 },
      { actor: 'Civilians', role: 'victim', side: 2 },
    ]);
  });

  test('two groups in one column are allies, and no two sides', async () => {
    const { incidents } = await load(file(`${header}\n${good}\n`));
    const met = async (...names: string[]) => {
      const pair = names.map((name) => ({ name, names: [name], role: 'either' }));
      return (await incidents.find(query.parse({ measure: 'count', filter: { pair } }))).total;
    };
    expect([await met('A', 'B'), await met('A', 'Government of X'), await met('Government of X', 'B')]).toEqual([
      0, 1, 1,
    ]);
    const ranked = await incidents.find(query.parse({ measure: 'rank', by: 'pair', order: 'most', filter: {} }));
    expect(ranked.groups?.map(({ key }) => key)).toEqual(['A | Government of X', 'B | Government of X']);
  });

  test.each([
    [1, 'exact'],
    [2, 'near'],
    [3, 'district'],
    [4, 'province'],
    [5, 'line'],
    [6, 'country'],
    [7, 'sea'],
  ])('where_prec %s: %s', async (code, precision) => {
    const { record } = await imported(`${header}\n${good.replace(',1,Town', `,${code},Town`)}\n`);
    expect(record?.where.precision).toBe(precision);
  });

  test.each([
    [1, 'day'],
    [2, 'week'],
    [3, 'week'],
    [4, 'month'],
    [5, 'year'],
  ])('date_prec %s: %s', async (code, precision) => {
    const { record } = await imported(`${header}\n${good.replace(',1,2014', `,${code},2014`)}\n`);
    expect(record?.when.precision).toBe(precision);
  });

  test.each([
    [-1, undefined],
    [3, 3],
  ])('number_of_sources %s: -1 is not known', async (code, count) => {
    const { record } = await imported(`${header}\n${good.replace(',-1,', `,${code},`)}\n`);
    expect((record as Incident).sourceCount).toBe(count);
  });

  test('names that are not settled yet are flagged', async () => {
    const { report } = await imported(`${header}\n${good.replace('"A, B"', 'XXX771')}\n`);
    expect(report.flagged).toEqual({ candidate: 1 });
  });

  test('a best estimate outside low to high is taken and flagged', async () => {
    const { report } = await imported(`${header}\n${good.replace(',3,4,3', ',9,4,3')}\n`);
    expect([report.added, report.flagged['estimate-order']]).toEqual([1, 1]);
  });
});

describe('a broken row never stops a file and never disappears', () => {
  test.each([
    ['date_start', good.replace('2014-01-24,2014', 'yesterday,2014')],
    ['type_of_violence', good.replace(/^7,1/, '7,8')],
    ['id', good.replace(/^7,/, ',')],
    ['latitude', good.replace(',1.5,2.5,', ',95,2.5,')],
  ])('%s', async (column, row) => {
    const { report } = await imported(`${header}\n${row}\n${good}\n`);
    expect([report.rows, report.added, report.rejectedTotal]).toEqual([2, 1, 1]);
    expect(report.rejected[0]).toMatchObject({ line: 2, column });
  });
});

describe('a file', () => {
  test.each([
    ['semicolons and a BOM', (t: string) => `\ufeff${t.replace(/"[^\n]*?"(?=,)/g, 'Z').replaceAll(',', ';')}`],
    ['tabs', (t: string) => t.replace(/"[^\n]*?"(?=,)/g, 'Z').replaceAll(',', '\t')],
    [
      'an unnamed first column',
      (t: string) =>
        t
          .split('\n')
          .map((line, i) => (line ? `${i ? i : ''},${line}` : line))
          .join('\n'),
    ],
    ['a second row of HXL tags', (t: string) => t.replace('\n', `\n,#event+type${','.repeat(21)}\n`)],
  ])('%s', async (_, change) => {
    const { report } = await load(file(change(`${header}\n${good}\n`)));
    expect([report.rows, report.added]).toEqual([1, 1]);
  });

  test('gzip, by content and not by name', async () => {
    expect((await load(file(gzipSync(`${header}\n${good}\n`), 'plain-name.csv'))).report.added).toBe(1);
  });

  test('the same file again changes nothing; a dry run neither', async () => {
    const path = file(`${header}\n${good}\n`);
    const { incidents, report } = await load(path, await openStore(), { dryRun: true });
    expect([report.added, (await incidents.coverage()).incidents]).toEqual([1, 0]);
    await load(path, incidents);
    expect((await load(path, incidents)).report).toMatchObject({ added: 0, unchanged: 1 });
    expect((await load(file(`${header}\n${good.replace(',3,4,3', ',4,4,3')}\n`), incidents)).report.revised).toBe(1);
  });

  test.each([
    ['', /is empty/],
    ['<html><body>Not found</body></html>', /web page/],
    ['name,age\nx,3\n', /no known format.*name, age/],
    ['{"hello": 1}', /JSON without rows/],
  ])('%j is refused with a reason', async (text, reason) => {
    await expect(load(file(text))).rejects.toThrow(reason);
  });

  test('a file that is not there is refused with a remedy', async () => {
    await expect(load(join(folder, 'absent.csv'))).rejects.toThrow(/There is no file/);
  });
});

const shared = '../shared/data/ucdp';
const layouts: [string, number][] = [
  ['ged_bangladesh_1989-2018_hdx.csv', 601],
  ['ged_candidate_26_0_7_first-rows.csv', 5],
  ['ged_car_1989-2022_v23_1.geojson', 1848],
  ['ged_global_sample1000_v23_1.csv', 1000],
  ['ged_iraq_1989-2018_hdx.csv', 7473],
  ['ged_mexico_1989-2023_v24_1.csv', 18957],
  ['ged_nigeria_1990-2019_hdx_pandas-index.csv', 4603],
  ['ged_sudan_1989-2023_explorer-export.csv', 3822],
  ['ged_sudan_1989-2023_hdx.csv', 3822],
  ['ged_ukraine_2014-2021_hdx.csv', 2989],
];

describe.skipIf(!existsSync(shared))('the layouts that users bring (skipped where ../shared is absent)', () => {
  test.each(layouts)('%s', async (name, rows) => {
    const { report } = await load(join(shared, name));
    expect([report.rows, report.added, report.rejectedTotal]).toEqual([rows, rows, 0]);
  });

  test('two releases of the same events become revisions, not duplicates', async () => {
    const { incidents } = await load(join(shared, 'older-releases/ged_ukraine_2014-2019_hdx.csv'));
    const before = (await incidents.coverage()).incidents;
    const { report } = await load(join(shared, 'ged_ukraine_2014-2021_hdx.csv'), incidents);
    expect(before + report.added).toBe((await incidents.coverage()).incidents);
    expect(report.added + report.revised + report.unchanged).toBe(2989);
    expect(report.revised).toBeGreaterThan(0);
  });
});
