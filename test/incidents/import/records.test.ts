import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileOf, load } from './import-in.ts';

const record = (over: object = {}) => ({
  kind: 'incident',
  id: 'desk:1',
  when: { start: '2031-05-02', end: '2031-05-02', precision: 'day' },
  where: { place: 'Orlu', country: 'Nigeria', precision: 'exact' },
  eventTypes: ['ambush'],
  casualties: [{ group: 'all', killed: { low: 3, best: 3, high: 3 }, by: 'the mayor' }],
  ...over,
});
const desk = { id: 'desk', name: 'The desk', licence: 'CC0', citation: 'The desk, 2031' };

test('the shipped file is read as it is', async () => {
  const { report, incidents } = await load('data/incidents.json');
  expect(report).toMatchObject({ format: 'records', rejectedTotal: 0 });
  const { records, dataset } = JSON.parse(readFileSync('data/incidents.json', 'utf8'));
  expect(report.rows).toBe(records.length);
  expect((await incidents.coverage()).datasets.find((d) => d.id === dataset.id)?.licence).toBe(dataset.licence);
});

test.each([
  ['a list', JSON.stringify([record(), record({ id: 'desk:2' })]), 'not stated'],
  [
    'records with their dataset',
    JSON.stringify({ dataset: desk, records: [record(), record({ id: 'desk:2' })] }),
    'CC0',
  ],
  ['JSON lines', `${JSON.stringify(record())}\n${JSON.stringify(record({ id: 'desk:2' }))}\n`, 'not stated'],
  [
    'an export',
    JSON.stringify({ about: { datasets: [desk] }, incidents: [record(), record({ id: 'desk:2' })] }),
    'CC0',
  ],
])('%s', async (_, content, licence) => {
  const { report, incidents } = await load(fileOf(content, `${report0++}.json`));
  expect(report).toMatchObject({ format: 'records', rows: 2, added: 2, rejected: [] });
  expect((await incidents.coverage()).datasets.find((d) => d.id === 'desk')?.licence).toBe(licence);
  expect(await incidents.get('desk:1')).toMatchObject(record());
});
let report0 = 0;

test('one record alone', async () => {
  const { report } = await load(fileOf(JSON.stringify(record(), null, 2), 'one.json'));
  expect(report).toMatchObject({ rows: 1, added: 1 });
});

test.each([
  [{ kind: 'incidnt' }, 'kind', '"incidnt"', /nearest is incident/],
  [{ eventTypes: ['ambsh'] }, 'eventTypes.0', '"ambsh"', /nearest is ambush/],
  [{ casualties: [{ group: 'all', killed: 7 }] }, 'casualties.0.killed', '7', /"low": 3/],
  [
    { attributions: [{ actor: 'X', status: 'claim', by: 'Y' }] },
    'attributions.0.status',
    '"claim"',
    /nearest is claimed/,
  ],
  [{ where: undefined }, 'where', '', /missing/],
  [{ colour: 'red' }, '', '', /unknown members: colour/],
])('%j is refused by name', async (over, path, value, reason) => {
  const { report } = await load(fileOf(JSON.stringify([record({ id: 'desk:ok' }), record(over)]), `${report0++}.json`));
  expect(report).toMatchObject({ added: 1, rejectedTotal: 1 });
  const [rejected] = report.rejected;
  expect(rejected?.column).toContain(path);
  if (value) expect(rejected?.value).toBe(value);
  expect(rejected?.reason).toMatch(reason);
});

test('a broken line of JSON lines is reported, and the others are read', async () => {
  const { report } = await load(fileOf(`${JSON.stringify(record())}\n{"kind":\n`, 'broken.jsonl'));
  expect(report).toMatchObject({ added: 1, rejectedTotal: 1 });
  expect(report.rejected[0]).toMatchObject({ line: 2, reason: 'is not a JSON object' });
});

test('the example in the documentation is one', async () => {
  const example = /\n( {4}\{[\s\S]*?\n {4}\})\n/.exec(readFileSync('docs/record-format.md', 'utf8'))?.[1] ?? '';
  expect((await load(fileOf(example, 'example.json'))).report).toMatchObject({ added: 2, rejected: [] });
});
