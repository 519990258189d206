import { expect, test } from 'vitest';
import { columnKey } from '../../../src/incidents/import/read/columns.ts';
import type { Unreviewed } from '../../../src/incidents/incident.ts';
import { fileOf, load } from './import-in.ts';
import { icews } from './layouts/others.ts';
import { type Row, separated, times } from './layouts/write.ts';

async function reportsOf(rows: Row[]): Promise<Unreviewed[]> {
  const { incidents, report } = await load(fileOf(separated(rows, '\t')));
  expect(report).toMatchObject({ format: 'icews', rows: rows.length, rejected: [] });
  return (await incidents.reports({ limit: 20, offset: 0 })).reports;
}

test('its own names of columns and those of the R package say the same', async () => {
  const rows = times(4, icews);
  const inR = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [columnKey(name), value])),
  );
  expect(Object.keys(inR[0] as Row)).toContain('source_sectors');
  expect(await reportsOf(inR)).toEqual(await reportsOf(rows));
});

test('the sentences of one story are one report, in whichever order they stand', async () => {
  const [report, ...others] = await reportsOf(times(2, icews));
  expect(others).toEqual([]);
  expect(report).toMatchObject({ id: 'icews:30000', confidence: 'low', reports: [{ publisher: 'Wire' }] });
  expect(report?.codings.map((c) => c.code)).toEqual(['190', '010']);
  expect(await reportsOf(times(2, icews).reverse())).toEqual([report]);
});

test('leading zeros of a code stay', async () => {
  const [report] = await reportsOf([{ ...icews(0), 'CAMEO Code': '0831' }]);
  expect(report?.codings[0]?.code).toBe('0831');
});

test('who is named as source of an action and as its target has not been seen to act', async () => {
  const [report] = await reportsOf([icews(0)]);
  expect(report?.actors).toEqual([
    { actor: 'Police (X)', role: 'other' },
    { actor: 'Red Brigade', role: 'other' },
  ]);
});

test('a position without a town is the middle of something larger, and no point', async () => {
  const [inTown] = await reportsOf([icews(1)]);
  expect(inTown?.where).toMatchObject({ place: 'Town', lat: 33.5, precision: 'near' });
  const [somewhere] = await reportsOf([icews(0)]);
  expect(somewhere?.where).toEqual({ country: 'X', precision: 'country', basis: 'source' });
});

test('what is no code of CAMEO is rejected by line and column', async () => {
  const { report } = await load(fileOf(separated([icews(0), { ...icews(1), 'CAMEO Code': '---' }], '\t')));
  expect(report.rejected).toEqual([{ line: 3, column: 'CAMEO Code', value: '', reason: 'is not a CAMEO code' }]);
});
