import { expect, test } from 'vitest';
import type { Unreviewed } from '../../../src/incidents/incident.ts';
import { fileOf, load } from './import-in.ts';
import { ushahidi } from './layouts/others.ts';
import { type Row, separated } from './layouts/write.ts';

async function reportOf(more: Row): Promise<Unreviewed> {
  const { incidents, report } = await load(fileOf(separated([{ ...ushahidi(0), ...more }])));
  expect(report).toMatchObject({ format: 'ushahidi', rows: 1, rejected: [] });
  const { reports } = await incidents.reports({ limit: 2, offset: 0 });
  return reports[0] as Unreviewed;
}
const cautionOf = async (more: Row) => (await reportOf(more)).details.find((d) => d.topic === 'caution')?.text;

test('what the public sent is a report to review, in no count', async () => {
  const { incidents } = await load(fileOf(separated([ushahidi(0)])));
  const { incidents: counted, records } = await incidents.coverage();
  expect([counted, records]).toEqual([0, 1]);
});

test.each([
  [{ VERIFIED: 'YES', APPROVED: 'YES' }, 'verified, approved'],
  [{ VERIFIED: 'NO', APPROVED: 'YES' }, 'not verified, approved'],
  [{ VERIFIED: '', APPROVED: 'NO' }, 'not verified, not approved'],
])('%j is told as “%s”', async (more, text) => {
  expect(await cautionOf(more)).toBe(text);
});

test('categories are split at commas, and the one after the last is none', async () => {
  const { details } = await reportOf({ CATEGORY: '1. Roads, 1a. Blocked, ' });
  expect(details).toContainEqual({ topic: 'what', text: '1. Roads, 1a. Blocked', by: 'Ushahidi' });
});

test('line breaks of Windows inside a description are white space', async () => {
  expect((await reportOf({ DESCRIPTION: 'People say\r\nthe road\nis blocked. ' })).summary).toBe(
    'People say the road is blocked.',
  );
});

test('serial numbers begin anew in every deployment: another title or day is another report', async () => {
  const rows = [
    { ...ushahidi(0), Serial: 1 },
    { ...ushahidi(0), Serial: 1, 'INCIDENT TITLE': 'Water is short' },
    { ...ushahidi(0), Serial: 1, 'INCIDENT DATE': '2016-02-03 09:00:00' },
  ];
  const { report } = await load(fileOf(separated(rows)));
  expect(report).toMatchObject({ rows: 3, added: 3 });
});

test('a position is near; without one nothing is known but the words', async () => {
  expect((await reportOf({})).where).toMatchObject({ lat: 18.5, lon: -72.3, precision: 'near' });
  expect((await reportOf({ LATITUDE: '', LONGITUDE: '' })).where).toEqual({
    place: 'Town, North',
    precision: 'unknown',
    basis: 'source',
  });
});

test('half a position is rejected by line and column', async () => {
  const { report } = await load(fileOf(separated([{ ...ushahidi(0), LONGITUDE: '' }])));
  expect(report.rejected).toMatchObject([{ line: 2, column: 'LONGITUDE' }]);
});
