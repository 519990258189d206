import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { totalsOf } from '../../../src/incidents/casualty-totals.ts';
import type { Incident } from '../../../src/incidents/incident.ts';
import { query } from '../../../src/incidents/query.ts';
import { load } from './import-in.ts';

/** Layouts of public datasets, with rows of our own, as they are read without a word from anybody. */
async function read(name: string): Promise<Incident[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-found-'));
  const path = join('test/incidents/import/found', `${name}.csv`);
  const { incidents } = await load(path, undefined, { folder });
  const { report } = await load(path, incidents, { folder });
  expect(report.rejected).toEqual([]);
  const found = await incidents.find(query.parse({ measure: 'list', filter: {}, order: 'oldest', limit: 50 }));
  return found.incidents;
}

const told = ({ id, when, where, casualties, ...more }: Incident) => {
  const { best, low, high, wounded, civilians } = totalsOf({ id, when, where, casualties, ...more });
  return {
    id: id.split(':')[1],
    at: [when.start, when.end, when.time ?? when.partOfDay ?? when.precision].join(' '),
    where: [where.place, where.admin1, where.country, where.lat, where.lon].filter((x) => x !== undefined).join(', '),
    killed: low === high ? best : `${low}-${high}`,
    civilians,
    wounded,
    types: more.eventTypes.join(),
  };
};

test.each<[string, Partial<ReturnType<typeof told>>[]]>([
  [
    'airwars',
    [
      { id: 'CS0001', at: '2017-06-15 2017-06-15 night', killed: '3-7', civilians: 3, types: 'airstrike' },
      { id: 'RS0002', at: '2017-07-02 2017-07-02 day', killed: 1, where: 'Old Town, Syria, 36.2, 37.15' },
    ],
  ],
  [
    'gun-violence-archive',
    [
      { id: '2800001', at: '2024-01-03 2024-01-03 day', killed: 1, wounded: 4, where: 'Northbury, Ohio' },
      { id: '2800002', at: '2024-01-21 2024-01-21 day', killed: 0, wounded: 6 },
    ],
  ],
  [
    'la-crime',
    [
      { id: '230100001', at: '2023-03-01 2023-03-01 21:30', where: '100 ELM ST, United States, 34.05, -118.24' },
      { id: '230100002', at: '2023-03-19 2023-03-19 01:45', killed: null },
    ],
  ],
  [
    'missing-migrants',
    [
      { id: '2023.MMP0001', killed: 3, where: 'Off the coast of Zawiya, Libya, 32.9, 12.7' },
      { id: '2023.MMP0002', killed: 1, where: 'Desert, 20 km west of Arivaca, United States, 31.6, -111.5' },
    ],
  ],
  [
    'pitf-atrocities',
    [
      { at: '2012-02-04 2012-02-04 day', killed: 9, wounded: 3, where: 'SUD, 12.05, 24.88' },
      { at: '2012-05-01 2012-05-31 month', killed: 15, wounded: null, where: 'Nigeria, 11.8, 13.1' },
    ],
  ],
  [
    'rand-rdwti',
    [
      { at: '1998-02-09 1998-02-09 day', killed: 0, wounded: 0, where: 'Northbury, Colombia' },
      { at: '1998-03-14 1998-03-14 day', killed: 4, wounded: 2 },
      { at: '2008-11-02 2008-11-02 day', killed: 3, wounded: 11 },
    ],
  ],
  [
    'sigacts',
    [
      { id: 'D1A1-0001', at: '2007-03-14 2007-03-14 06:40', killed: 7, civilians: 4, wounded: 6 },
      { id: 'D1A1-0002', at: '2007-03-15 2007-03-15 22:15', killed: 5, civilians: 0, wounded: 1 },
    ],
  ],
  [
    'uk-police-street',
    [
      {
        id: '9f1a0001',
        at: '2024-01-01 2024-01-31 month',
        where: 'On or near Elm Close, United Kingdom, 51.41, -2.51',
      },
      { id: '9f1a0002', at: '2024-02-01 2024-02-29 month' },
    ],
  ],
])('%s', async (name, wanted) => {
  expect((await read(name)).map(told)).toMatchObject(wanted);
});
