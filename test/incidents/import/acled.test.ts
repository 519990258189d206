import { expect, test } from 'vitest';
import type { Incident } from '../../../src/incidents/incident.ts';
import type { Incidents } from '../../../src/incidents/incidents.ts';
import { query } from '../../../src/incidents/query.ts';
import { fileOf, load } from './import-in.ts';
import { capitals, current, indexed, numbered } from './layouts/acled.ts';
import { type Row, separated } from './layouts/write.ts';

/** The incident of one made-up row. */
async function incidentOf(row: Row): Promise<Incident> {
  const { incidents, report } = await load(fileOf(separated([row])));
  expect(report).toMatchObject({ format: 'acled', rows: 1, added: 1, rejected: [] });
  return (await incidents.get(`acled:${row.event_id_cnty ?? row.EVENT_ID_CNTY}`)) as Incident;
}

test.each([
  ['2022-02-23', current(0)],
  ['03 December 2020', numbered(0)],
  ['9-May-20', indexed(0)],
  ['01-January-2015', capitals(0)],
])('a date written %s', async (date, row) => {
  const column = 'EVENT_DATE' in row ? 'EVENT_DATE' : 'event_date';
  const month = 'TIME_PRECISION' in row ? 'TIME_PRECISION' : 'time_precision';
  const { when } = await incidentOf({ ...row, [column]: date, [month]: 1 });
  const expected = { '2022-02-23': '2022-02-23', '03 December 2020': '2020-12-03', '9-May-20': '2020-05-09' }[date];
  expect(when).toMatchObject({ start: expected ?? '2015-01-01', end: expected ?? '2015-01-01', precision: 'day' });
});

test('day and month have one order a file, told from the rows that show it', async () => {
  const rows = ['03/04/2021', '25/04/2021'].map((date, i) => ({ ...current(i), event_date: date, time_precision: 1 }));
  const { incidents } = await load(fileOf(separated(rows)));
  expect((await incidents.get('acled:IRQ10000'))?.when.start).toBe('2021-04-03');
});

test('an order that no row tells is not guessed', async () => {
  const { report } = await load(fileOf(separated([{ ...current(0), event_date: '03/04/2021' }])));
  expect(report.rejected).toEqual([
    { line: 2, column: 'event_date', value: '03/04/2021', reason: 'may be day first or month first' },
  ]);
});

test('actor1 of a battle is a party, not the attacker; those associated with it are on its side', async () => {
  const { actors } = await incidentOf({ ...current(0), actor2: 'Red Brigade' });
  expect(actors.map((a) => [a.actor, a.role, a.side])).toEqual([
    ['Military Forces of Iraq (2014-)', 'party', 1],
    ['Popular Front (Iraq)', 'other', 1],
    ['Labour Group (Iraq)', 'other', 1],
    ['Red Brigade', 'party', 2],
  ]);
});

test('violence against civilians: they suffer, whichever column they stand in', async () => {
  const { actors } = await incidentOf(current(2));
  expect(actors).toEqual([
    { actor: 'Civilians (Iraq)', role: 'victim', side: 1 },
    { actor: 'Unidentified Armed Group (Iraq)', role: 'attacker', side: 2 },
  ]);
});

test('“A and/or B”: each is suspected, neither is said to have acted', async () => {
  const { attributions } = await incidentOf(current(0));
  expect(attributions.map((a) => [a.actor, a.status])).toEqual([
    ['Red Brigade', 'suspected'],
    ['Blue Brigade', 'suspected'],
  ]);
});

test.each([
  [0, 'none reported'],
  [3, { low: 3, best: 3, high: 3 }],
])('fatalities %s', async (fatalities, killed) => {
  expect((await incidentOf({ ...current(1), fatalities })).casualties).toEqual([{ group: 'all', killed, by: 'ACLED' }]);
});

test('geo_precision 3 is a province', async () => {
  expect((await incidentOf({ ...current(0), geo_precision: 3 })).where.precision).toBe('province');
});

test.each([
  [2, 'week', '2015-01-01', '2015-01-07'],
  [3, 'month', '2015-01-01', '2015-01-31'],
])('time_precision %s is a %s', async (time_precision, precision, start, end) => {
  const { when } = await incidentOf({ ...current(3), time_precision });
  expect(when).toMatchObject({ precision, start, end });
});

test.each([
  ['in numbers', numbered(0)],
  ['in words', current(0)],
])('kinds of sides %s', async (_, row) => {
  expect((await incidentOf(row)).details).toContainEqual({
    topic: 'background',
    text: 'State forces-Rebel group',
    by: 'ACLED',
  });
});

test.each([
  ['Battle-No change of territory', 'battle'],
  ['Battle-Government regains territory', 'battle'],
  ['Riots/Protests', 'unrest'],
  ['Remote violence', 'violence'],
  ['Violence against civilians', 'attack-on-civilians'],
])('the old name %s', async (event_type, type) => {
  expect((await incidentOf({ ...indexed(0), event_type })).eventTypes).toContain(type);
});

test('sources are split at semicolons', async () => {
  const { reports, sourceCount } = await incidentOf(current(0));
  expect(reports.map((r) => r.publisher)).toEqual(['Al Wire', 'Desert Post']);
  expect(sourceCount).toBe(2);
});

test('a type that ACLED does not have is rejected by line and column', async () => {
  const broken = { ...current(1), event_type: 'Merriment', sub_event_type: '' };
  const { report } = await load(fileOf(separated([current(0), broken, current(2)])));
  expect(report).toMatchObject({ rows: 3, added: 2, rejectedTotal: 1 });
  expect(report.rejected).toEqual([
    { line: 3, column: 'event_type', value: 'Merriment', reason: 'is not an event type of ACLED' },
  ]);
});

test('nothing of it may be passed on', async () => {
  const { incidents } = await load(fileOf(separated([current(0)])));
  expect((await incidents.coverage()).datasets).toMatchObject([{ id: 'acled', redistribution: 'forbidden' }]);
});

const idsIn = async (incidents: Incidents) =>
  (await incidents.find(query.parse({ measure: 'list', filter: {}, limit: 50 }))).incidents.map((i) => i.id).sort();
const older = (row: Row, id: number): Row => {
  const { event_id_cnty, ...rest } = row;
  return { data_id: id, ...rest };
};

test('a file with both ids pairs events whatever else was corrected', async () => {
  const { incidents } = await load(fileOf(separated([older(current(1), 77), older(current(6), 78)])));
  const corrected = { ...current(1), data_id: 77, notes: 'Told anew', event_date: '2021-01-05', latitude: 30 };
  const { report } = await load(fileOf(separated([corrected])), incidents);
  expect(report).toMatchObject({ added: 1, retracted: 1 });
  expect(await idsIn(incidents)).toEqual(['acled:78', 'acled:IRQ10001']);
  // The old file again brings nothing back.
  const again = await load(fileOf(separated([older(current(1), 77), older(current(6), 78)])), incidents);
  expect(again.report).toMatchObject({ added: 0, revised: 0, retracted: 0 });
  expect(await idsIn(incidents)).toEqual(['acled:78', 'acled:IRQ10001']);
});

test('events that are like two others, or say too little, stay apart', async () => {
  const same = { ...current(1), notes: 'Clash', event_date: '2021-01-05' };
  const { incidents } = await load(fileOf(separated([older(same, 1), { ...older(same, 2), fatalities: 99 }])));
  const { report } = await load(fileOf(separated([same, { ...current(2), notes: '' }])), incidents);
  expect(report).toMatchObject({ added: 2, retracted: 0 });
  expect(await idsIn(incidents)).toHaveLength(4);
});

test('dry runs tell what would be taken back', async () => {
  const { incidents } = await load(fileOf(separated([older(current(1), 77)])));
  const { report } = await load(fileOf(separated([current(1)])), incidents, { dryRun: true });
  expect(report).toMatchObject({ added: 1, retracted: 1 });
  expect(await idsIn(incidents)).toEqual(['acled:77']);
});

test('older files in any order of days are paired whole', async () => {
  const rows = Array.from({ length: 2500 }, (_, i) => current(i));
  const { incidents } = await load(fileOf(separated(rows.map((row, i) => older(row, 50_000 + i)))));
  const { report } = await load(
    fileOf(separated([...rows.slice(0, 1000), ...rows.slice(2000), ...rows.slice(1000, 2000)])),
    incidents,
  );
  expect(report).toMatchObject({ added: 2500, retracted: 2500 });
  expect((await incidents.coverage()).incidents).toBe(2500);
});
