import { expect, test } from 'vitest';
import { readExportIntent } from '../../src/reading/export-intent.ts';

test.each([
  ['export that as csv', 'csv'],
  ['Export this as a CSV file, please', 'csv'],
  ['as a spreadsheet', 'xlsx'],
  ['can I have that in Excel?', 'xlsx'],
  ['could you give me a spreadsheet', 'xlsx'],
  ['send me the data', 'csv'],
  ['please send me the raw data', 'csv'],
  ['get me the data behind that', 'csv'],
  ['csv', 'csv'],
  ['xlsx please', 'xlsx'],
  ['export', 'csv'],
  ['export it', 'csv'],
  ['download the list as xlsx', 'xlsx'],
  ['export everything to GeoJSON', 'geojson'],
  ['save these results as JSON', 'json'],
  ['all of them as csv', 'csv'],
  ['put that in a google sheet', 'xlsx'],
  ['that as comma separated values', 'csv'],
])('“%s” is the last answer as %s', (text, as) => expect(readExportIntent(text)).toEqual({ as, question: '' }));

test.each([
  ['export attacks in Iraq in 2016 as csv', 'csv', 'attacks in Iraq in 2016'],
  ['attacks near Samawah in July 2020 as a spreadsheet', 'xlsx', 'attacks near Samawah in July 2020'],
  ['export airstrikes in Syria', 'csv', 'airstrikes in Syria'],
  ['a csv of killed per year in Borno', 'csv', 'killed per year in Borno'],
  ['send me a geojson file with protests in Baghdad', 'geojson', 'protests in Baghdad'],
  ['download clashes in Mali since 2015 as json', 'json', 'clashes in Mali since 2015'],
])('“%s” is a question to be exported as %s', (text, as, question) =>
  expect(readExportIntent(text)).toEqual({ as, question }),
);

test.each([
  'attacks on oil exports in Libya',
  'export terminals attacked in Libya in 2016',
  'give me the data on attacks in Iraq',
  'send me attacks in Iraq',
  'attacks in Jsonville',
  'what does the data say about Mosul?',
  'who claimed the convoy attack?',
  'airstrikes in Excelsior in 2016',
  'incidents in the Gis district',
])('“%s” is none', (text) => expect(readExportIntent(text)).toBeUndefined());
