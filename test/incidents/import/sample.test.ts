import { beforeAll, expect, test } from 'vitest';
import { importFiles } from '../../../src/incidents/import/import-files.ts';
import type { Incidents } from '../../../src/incidents/incidents.ts';
import { now, openStore, shippedStore } from '../../support/world.ts';
import { fileOf } from './import-in.ts';

const load = async (source: string, incidents: Incidents) => {
  const [report] = await importFiles([source], { incidents, by: 'test', now });
  return report;
};
const described = async (store: Incidents) => (await store.coverage()).datasets.find(({ id }) => id === 'ucdp');

const columns = 'id,type_of_violence,side_a,side_b,where_prec,country,date_prec,date_start,date_end,best,high,low';
const row = '900000001,1,Government of Mali,AQIM,1,Mali,1,2023-05-05,2023-05-05,3,3,3';
const ownFile = () => fileOf(`${columns}\n${row}\n`);

let store: Incidents;
beforeAll(async () => {
  store = await shippedStore();
  await load('sample', store);
}, 120_000);

test('the shipped sample: every row is read, beside the article’s incidents', async () => {
  const { incidents, datasets } = await store.coverage();
  expect(incidents).toBe(65_076 + 3);
  expect(datasets.map((d) => [d.id, d.licence])).toEqual([
    ['sitrep', 'CC BY 4.0'],
    ['ucdp', 'CC BY 4.0'],
  ]);
  expect((await described(store))?.name).toMatch(/sample/);
});

test('every country that it has all of is one of its countries, to the year that is written', async () => {
  const { countries = [], scope } = (await described(store)) ?? {};
  const largest = countries.filter(({ incidents }) => incidents > 500).map(({ country }) => country);
  expect(scope?.whole?.map(({ country }) => country).sort()).toEqual(largest.sort());
});

test('another file of UCDP adds to it, and it stays a sample', async () => {
  expect((await load(ownFile(), store))?.added).toBe(1);
  expect((await described(store))?.scope?.whole).toHaveLength(9);
});

test('it is refused where a release is there already', async () => {
  const own = await openStore();
  await load(ownFile(), own);
  await expect(load('sample', own)).rejects.toThrow(/is there already with 1 incidents.*Nothing was imported/);
  expect((await own.coverage()).incidents).toBe(1);
});
