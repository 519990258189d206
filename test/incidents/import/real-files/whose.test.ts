import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../../support/world.ts';
import { fileOf, load } from '../import-in.ts';
import { allOf, describeFiles, killed, read } from './files.ts';

const home = () => mkdtempSync(join(tmpdir(), 'sitrep-whose-'));

describeFiles('whose it is', () => {
  test('03: the second office’s file asks, and overwrites nothing; named, it is a dataset of its own', async () => {
    const folder = home();
    const { incidents, all } = await read('03a-office-basra.csv', { folder });
    expect(all).toHaveLength(2);
    await expect(read('03b-office-mosul.csv', { incidents, folder })).rejects.toThrow(
      /Nothing was imported.*--dataset/,
    );
    expect(await allOf(incidents)).toEqual(all);
    const { reports } = await read('03b-office-mosul.csv', { incidents, folder, dataset: 'mosul' });
    expect(reports[0]).toMatchObject({ added: 3, revised: 0 });
    expect(await allOf(incidents)).toHaveLength(5);
    const again = await read('03b-office-mosul.csv', { incidents, folder, dataset: 'mosul' });
    expect(again.reports[0]).toMatchObject({ added: 0, revised: 0, unchanged: 3 });
  });

  test.each([
    ['one theme after the other', ['04a-insight-health.csv', '04b-insight-explosive.csv']],
    ['in the other order', ['04b-insight-explosive.csv', '04a-insight-health.csv']],
  ])('04: two themes of one database add to the record, %s', async (_, names) => {
    const { all, incidents } = await read(names);
    expect(all.map((i) => i.id)).toEqual(['insecurity-insight:40548', 'insecurity-insight:40549']);
    const [grenade, strike] = all;
    expect(grenade).toMatchObject({ eventTypes: ['grenade'], where: { lat: 21.98, lon: 96.1, precision: 'near' } });
    expect(grenade?.casualties).toMatchObject([{ group: 'health workers', wounded: { best: 5 } }]);
    expect(strike?.eventTypes).toEqual(['airstrike']);
    const { reports } = await read(names, { incidents });
    expect(reports.map((r) => [r.added, r.revised])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test.each([
    ['the older ids first', ['19a-acled-data-id.csv', '19b-acled-event-id.csv']],
    ['the newer ids first', ['19b-acled-event-id.csv', '19a-acled-data-id.csv']],
  ])('19: one event under two ids of ACLED is one incident, %s', async (_, names) => {
    const { all, incidents } = await read(names);
    expect(all.map((i) => i.id)).toEqual(['acled:MEX17991', 'acled:YEM52360']);
    const { reports, all: again } = await read(names, { incidents });
    expect(again).toEqual(all);
    expect(reports.map((r) => [r.added, r.revised, r.retracted])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  test('10: events that ACLED has deleted are taken back', async () => {
    const { incidents } = await read('05b-acled-cr-only.csv');
    const before = (await allOf(incidents)).map((i) => i.id);
    expect(before).toContain('acled:IRQ50123');
    const { reports, all } = await read('10-acled-deleted.json', { incidents });
    expect(reports[0]).toMatchObject({
      format: 'acled-deleted',
      rows: 2,
      retracted: 1,
      unchanged: 1,
      rejectedTotal: 0,
    });
    expect(all.map((i) => i.id)).toEqual(before.filter((id) => id !== 'acled:IRQ50123'));
  });

  test('13: an id that two events share is told; neither overwrites the other, and again nothing changes', async () => {
    const folder = home();
    const name = '13-coordinates-without-country-and-one-id-twice.json';
    const { all, reports, incidents } = await read(name, { folder });
    expect(all).toHaveLength(4);
    expect(reports[0]?.doubled).toEqual([expect.stringMatching(/:CIV1553-2$/)]);
    expect((await read(name, { folder, incidents })).reports[0]).toMatchObject({ added: 0, revised: 0, unchanged: 4 });
  });
});

describe('datasets with the same columns', () => {
  const table = (rows: string) => `id,date,place,country,killed,title\n${rows}`;
  const first = table('1,2024-03-01,Basra,Iraq,3,a\n2,2024-03-05,Basra,Iraq,1,b\n');

  test('a new edition that corrects figures and one date is no question', async () => {
    const folder = home();
    const incidents = await openStore();
    for (let n = 0; n < 2; n++) await load(fileOf(first), incidents, { folder });
    const edition = table('1,2024-03-02,Basra,Iraq,4,a\n2,2024-03-05,Basra,Iraq,2,b\n3,2024-03-09,Mosul,Iraq,1,c\n');
    const { report } = await load(fileOf(edition), incidents, { folder });
    expect(report).toMatchObject({ added: 1, revised: 2 });
    expect((await allOf(incidents)).map((i) => killed(i))).toEqual(['4', '2', '1']);
  });

  test('the same row twice is one incident', async () => {
    const folder = home();
    await load(fileOf(`${first}1,2024-03-01,Basra,Iraq,3,a\n`), undefined, { folder });
    const { report } = await load(fileOf(`${first}1,2024-03-01,Basra,Iraq,3,a\n`), undefined, { folder });
    expect(report).toMatchObject({ rows: 3, added: 2, joined: 1 });
    expect(report.doubled).toBeUndefined();
  });

  test('ids of a known format that come back elsewhere stop it', async () => {
    const ucdp = (day: string, country: string) =>
      `id,type_of_violence,side_a,side_b,where_prec,country,date_prec,date_start,date_end,best,low,high\n7,1,A,B,1,${country},1,${day},${day},1,1,1\n`;
    const { incidents } = await load(fileOf(ucdp('2020-01-01', 'Iraq')));
    await expect(load(fileOf(ucdp('2021-05-05', 'Mexico')), incidents)).rejects.toThrow(/another date and place/);
  });
});
