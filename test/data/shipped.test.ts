import { expect, test } from 'vitest';
import { eventTypeOfCode, eventTypes, withDescendants } from '../../src/incidents/event-types.ts';
import { record } from '../../src/incidents/incident.ts';
import { knownActors } from '../../src/incidents/known-actors.ts';
import { readShippedData } from '../../src/incidents/shipped-data.ts';

const { records } = readShippedData();
const byId = (part: string) => records.find((r) => r.id.includes(part));

test('three incidents, four totals, three developments, each id once', () => {
  expect([...Map.groupBy(records, (r) => r.kind)].map(([kind, list]) => [kind, list.length])).toEqual([
    ['incident', 3],
    ['aggregate', 4],
    ['development', 3],
  ]);
  expect(new Set(records.map((r) => r.id)).size).toBe(10);
});

test('no reports of American casualties is not zero, and the wounded civilians have no number', () => {
  expect(byId('samawah')).toMatchObject({
    casualties: [
      { group: 'Americans', killed: 'none reported', wounded: 'none reported' },
      { group: 'civilians', wounded: 'number unknown' },
    ],
  });
});

test('35 killed is Anadolu’s figure alone, and nobody is named as having struck', () => {
  const strike = byId('airstrike');
  expect(strike).toMatchObject({ casualties: [{ killed: { best: 35 }, by: 'Anadolu' }], attributions: [] });
});

test('calendar dates are outside knowledge; the raid has none', () => {
  expect(byId('samawah')?.when.basis).toBe('outside');
  expect(byId('raid')?.when).toMatchObject({ start: null, asWritten: 'Recently' });
});

test('a record that is not valid is refused with the path and the reason', () => {
  const parsed = record.safeParse({ ...byId('samawah'), where: { precision: 'exact', lat: 95, lon: 0 } });
  expect(parsed.error?.issues[0]?.path.join('.')).toBe('where.lat');
});

test('at least 650 groups, and not one name of a well-known one means two in a country', () => {
  const names = knownActors.flatMap((a) => [
    ...new Set([a.name, ...a.aliases, ...a.datasetNames].map((n) => `${n.toLowerCase()} (${a.country})`)),
  ]);
  expect(knownActors.length).toBeGreaterThanOrEqual(650);
  expect(names.filter((n, i) => names.indexOf(n) !== i)).toEqual([]);
});

test('look-alikes stay apart', () => {
  const named = (name: string) => knownActors.find((a) => [a.name, ...a.aliases].includes(name))?.id;
  expect(new Set(['Lebanese Hezbollah', 'Kataib Hezbollah', 'Harakat Hezbollah al-Nujaba'].map(named)).size).toBe(3);
  expect(named('Sayara Thora Al-Ashrin')).not.toBe(named('Saraya Shuhada Thawar Ashreen al-Thani'));
});

test('event types: no word means two things, a node includes all below it, codes map', () => {
  const words = eventTypes.flatMap((t) => [...new Set([t.one, t.many, ...t.words])]);
  expect(words.filter((w, i) => words.indexOf(w) !== i)).toEqual([]);
  expect(withDescendants(['violence'])).toContain('car-bomb');
  expect(eventTypeOfCode('ucdp', '3')?.id).toBe('one-sided');
  expect(eventTypeOfCode('acled', 'Air/drone strike')?.id).toBe('airstrike');
});
