import { expect, test } from 'vitest';
import type { Incident } from '../../../src/incidents/incident.ts';
import { fileOf, load } from './import-in.ts';
import { gtd } from './layouts/others.ts';
import { type Row, separated } from './layouts/write.ts';

/** A plain row; made up. */
const plain: Row = {
  ...gtd(1),
  iyear: 2015,
  imonth: 1,
  iday: 2,
  guncertain1: 0,
  claimed: 0,
  claimmode_txt: '',
  compclaim: -9,
  nkill: 2,
  nwound: 3,
};

async function incidentOf(more: Row): Promise<Incident & { taken: Record<string, number> }> {
  const row = { ...plain, ...more };
  const { incidents, report } = await load(fileOf(separated([row])));
  expect(report).toMatchObject({ format: 'gtd', rows: 1, added: 1, rejected: [] });
  return { ...((await incidents.get(`gtd:${row.eventid}`)) as Incident), taken: report.flagged };
}

test.each([
  ['the day', { iday: 0 }, 'month', '2015-01-01', '2015-01-31'],
  ['the month', { imonth: 0, iday: 0 }, 'year', '2015-01-01', '2015-12-31'],
  ['nothing', {}, 'day', '2015-01-02', '2015-01-02'],
])('0 says that %s is not known', async (_, more, precision, start, end) => {
  expect((await incidentOf(more)).when).toMatchObject({ precision, start, end });
});

test.each([-9, -99, ''])('a toll of “%s” is not known, and not 0', async (n) => {
  const { casualties } = await incidentOf({ nkill: n, nwound: n });
  expect(casualties).toEqual([]);
});

test('a fraction of a person: between the whole numbers, and flagged', async () => {
  const { casualties, taken } = await incidentOf({ nkill: 2.5, nwound: '' });
  expect(casualties[0]).toMatchObject({ killed: { low: 2, high: 3 } });
  expect(taken).toMatchObject({ 'fractional-toll': 1 });
});

test('claimed is what the group says: an attribution, with how and whether others claim it too', async () => {
  const { attributions } = await incidentOf({ claimed: 1, claimmode_txt: 'Call (post-incident)', compclaim: 1 });
  expect(attributions).toEqual([
    {
      actor: 'Red Brigade',
      status: 'claimed',
      by: 'Red Brigade',
      note: 'Mode of claim: Call (post-incident). More than one group claims it.',
    },
  ]);
});

test.each([0, -9])('claimed %s is no claim', async (claimed) => {
  expect((await incidentOf({ claimed })).attributions).toEqual([]);
});

test('guncertain: suspected, and not among those who acted', async () => {
  const { actors, attributions } = await incidentOf({ guncertain1: 1 });
  expect(actors.map((a) => a.role)).toEqual(['target']);
  expect(attributions).toEqual([{ actor: 'Red Brigade', status: 'suspected', by: 'GTD' }]);
});

test('a group that is “Unknown” is nobody', async () => {
  expect((await incidentOf({ gname: 'Unknown' })).actors).toEqual([{ actor: 'Patrol', role: 'target' }]);
});

test('an id that a spreadsheet has rounded is rejected', async () => {
  const { report } = await load(fileOf(separated([{ ...plain, eventid: '2.01501E+11' }])));
  expect(report.rejected).toMatchObject([{ line: 2, column: 'eventid', value: '2.01501E+11' }]);
});

test('nothing of it may be passed on', async () => {
  const { incidents } = await load(fileOf(separated([plain])));
  expect((await incidents.coverage()).datasets).toMatchObject([{ id: 'gtd', redistribution: 'forbidden' }]);
});
