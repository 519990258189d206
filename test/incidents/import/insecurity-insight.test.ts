import { expect, test } from 'vitest';
import type { Incident } from '../../../src/incidents/incident.ts';
import { fileOf, load } from './import-in.ts';
import { aidWorkers, health } from './layouts/others.ts';
import { type Row, separated, times } from './layouts/write.ts';

/** The incident of one made-up row; the second says which of day and month comes first. */
async function incidentOf(row: Row): Promise<Incident> {
  const told = { ...row, Date: '13/01/2020', 'SiND Event ID': 1 };
  const { incidents, report } = await load(fileOf(separated([row, told])));
  expect(report).toMatchObject({ format: 'insecurity-insight', rows: 2, rejected: [] });
  return (await incidents.get(`insecurity-insight:${row['SiND Event ID']}`)) as Incident;
}

test.each([
  ['day first, as the rest of the file shows', '05/04/2021', '2021-04-05'],
  ['ISO', '2021-04-05', '2021-04-05'],
  ['with a time', '2021-04-05 00:00:00', '2021-04-05'],
])('a date %s', async (_, written, date) => {
  expect((await incidentOf({ ...health(2), Date: written })).when).toMatchObject({ start: date, end: date });
});

test('people of a kind are counted once: men and women, local and foreign are parts of them', async () => {
  const parts = { 'Aid Workers Killed in Captivity': 1, 'International Aid Workers Killed': 1 };
  const { casualties } = await incidentOf({ ...aidWorkers(0), ...parts, 'National Aid Workers Killed': 1 });
  expect(casualties).toEqual([
    { group: 'aid workers', by: 'Insecurity Insight', killed: { low: 2, best: 2, high: 2 } },
  ]);
});

test('0 killed says that none was reported; other zeros and empty cells say nothing', async () => {
  const row = { ...health(0), 'Health Workers Killed': 0, 'Health Workers Injured': 0, 'Health Workers Kidnapped': '' };
  expect((await incidentOf(row)).casualties).toEqual([
    { group: 'health workers', by: 'Insecurity Insight', killed: 'none reported' },
  ]);
});

test.each([
  ['Exact', 'exact'],
  ['Settlement', 'near'],
  ['censored', 'province'],
  ['', 'province'],
])('a position “%s” is known to: %s', async (written, precision) => {
  expect((await incidentOf({ ...health(0), 'Geo Precision': written })).where.precision).toBe(precision);
});

test('without a province a censored position is the country', async () => {
  const { where } = await incidentOf({ ...health(0), 'Geo Precision': 'censored', 'Admin 1': '' });
  expect(where.precision).toBe('country');
});

test.each([
  ['health care', { ...health(0), Location: 'Health Building' }, 'Health Building'],
  ['aid workers', { ...aidWorkers(0), 'Location of Incident': 'Road' }, 'Road'],
])('%s: what kind of place it was', async (_, row, description) => {
  expect((await incidentOf(row)).where.description).toBe(description);
});

test('the perpetrator whom reports name is blamed, not observed', async () => {
  const { actors, attributions } = await incidentOf(health(1));
  expect(actors).toEqual([]);
  expect(attributions).toEqual([
    { actor: 'Red Brigade', status: 'blamed', by: 'reports collected by Insecurity Insight' },
  ]);
});

test('where the name is “No Information” the kind of perpetrator stands; where both are, nobody', async () => {
  expect((await incidentOf(health(0))).attributions.map((a) => a.actor)).toEqual(['Non-State Actor']);
  expect((await incidentOf(aidWorkers(0))).attributions).toEqual([]);
});

test.each([
  ['Aerial Bomb: Drone', ['drone-strike']],
  ['Firearms, Hand Grenade', ['armed-assault', 'grenade']],
  ['No Information', ['violence']],
])('the weapon “%s” says what it was', async (weapon, types) => {
  const row = { ...health(1), 'Weapon Carried/Used': weapon, 'Health Workers Kidnapped': 0 };
  expect((await incidentOf(row)).eventTypes).toEqual(types);
});

test.each([
  ['Health Workers Kidnapped', 'abduction'],
  ['Health Workers Arrested', 'arrest'],
  ['Health Workers Sexually Assaulted', 'sexual-violence'],
  ['Looting/Theft/Robbery/Burglary of Health Supplies', 'looting'],
])('the column “%s” says what it was', async (column, type) => {
  const row = { ...health(2), 'Health Workers Kidnapped': 0, [column]: 1 };
  expect((await incidentOf(row)).eventTypes).toEqual([type]);
});

test('the organisation is the target', async () => {
  expect((await incidentOf(aidWorkers(0))).actors).toEqual([{ actor: 'Relief Y', role: 'target' }]);
});

test('nothing of it may be passed on', async () => {
  const { incidents } = await load(fileOf(separated(times(20, health))));
  expect((await incidents.coverage()).datasets).toMatchObject([
    { id: 'insecurity-insight', redistribution: 'forbidden' },
  ]);
});
