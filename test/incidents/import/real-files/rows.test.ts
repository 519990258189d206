import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fileOf, load } from '../import-in.ts';
import { describeFiles, killed, read, real } from './files.ts';

describeFiles('what one row is', () => {
  test.each(['07a-ucdp-dyadic.csv', '07b-ucdp-prio-acd.csv', '07c-ucdp-nonstate.csv', '07d-ucdp-battle-deaths.csv'])(
    '%s is no table of incidents',
    async (name) => {
      await expect(read(name)).rejects.toThrow(/one row is a conflict( or dyad)? and year, not an incident/);
    },
  );

  test.each(['08a-monthly-aggregate.csv', '08b-acled-weekly-aggregate.csv'])(
    '%s is a table of totals',
    async (name) => {
      await expect(read(name)).rejects.toThrow(/is a table of totals/);
    },
  );

  test('06: best is the number of killed, low and high its range', async () => {
    const { reports } = await read('06-ucdp-trimmed-best-low-high.csv');
    expect(reports[0]).toMatchObject({ added: 5, rejectedTotal: 0 });
    const { report } = await load(real('06-ucdp-trimmed-best-low-high.csv'));
    expect(report.proposed?.mapping.columns).toMatchObject({ killed: 'best', killedLow: 'low', killedHigh: 'high' });
  });

  test('09: a page of UCDP’s API', async () => {
    const { reports, all } = await read('09-ucdp-api-page.json');
    expect(reports[0]).toMatchObject({ format: 'ucdp', added: 1, rejectedTotal: 0 });
    expect(all[0]?.id).toBe('ucdp:244657');
  });

  test('11: an impossible year is rejected', async () => {
    const { reports, all } = await read('11-acled-year-0025.csv');
    expect(reports[0]?.rejected).toMatchObject([
      { line: 2, column: 'event_date', reason: expect.stringMatching(/year 25/) },
    ]);
    expect(all.map((i) => i.id)).toEqual(['acled:YEM104719']);
  });

  test('13: positions without a country lie in Ukraine', async () => {
    const { all } = await read('13-coordinates-without-country-and-one-id-twice.json');
    expect([...new Set(all.map((i) => i.where.country))]).toEqual(['Ukraine']);
  });

  test.each([
    ['16a-nypd-date.csv', '2018-03-29'],
    ['16b-mpv-date.csv', '2021-10-14'],
    ['16c-firms-date.csv', '2024-01-01'],
    ['16d-scad-date.csv', '1990-07-06'],
  ])('%s: the date is found by its values', async (name, day) => {
    const { all, reports } = await read(name);
    expect(reports[0]?.rejected).toEqual([]);
    expect(all.map((i) => i.when.start)).toContain(day);
  });

  test('17: year, month and day in three columns; without a day it is a month', async () => {
    const { all } = await read('17-awsd-year-month-day.csv');
    expect(all.map(({ when }) => [when.start, when.end, when.precision])).toEqual([
      ['2018-04-12', '2018-04-12', 'day'],
      ['2018-05-01', '2018-05-31', 'month'],
    ]);
    expect(all.map((i) => [killed(i), i.where.country])).toEqual([
      ['1', 'South Sudan'],
      ['0', 'South Sudan'],
    ]);
  });

  test('20: citizens’ reports are never counted', async () => {
    // Only a later row of such a file shows that the month is first.
    const later = readFileSync(real('20-ushahidi2-hash-header.csv'), 'utf8').replace('05/07', '05/17');
    const { incidents, report } = await load(fileOf(later));
    expect(report).toMatchObject({ format: 'ushahidi', added: 1 });
    expect((await incidents.coverage()).incidents).toBe(0);
    expect((await incidents.reports({ limit: 5, offset: 0 })).total).toBe(1);
  });

  test('23: the only list of objects is the rows', async () => {
    const { all } = await read('23-asam.json');
    expect(all.map((i) => [i.when.start, i.where.lat])).toEqual([['2023-01-05', 1.05]]);
  });
});

describe('totals', () => {
  test.each(['n_events', 'number_of_incidents', 'Incident count', 'EVENTS'])('the column %s', async (column) => {
    await expect(load(fileOf(`date,country,${column}\n2024-01-01,Iraq,12\n`))).rejects.toThrow(/is a table of totals/);
  });
  test('a column “events” in words is none', async () => {
    expect((await load(fileOf('date,country,events\n2024-01-01,Iraq,a shooting\n'))).report.proposed).toBeDefined();
  });
});
