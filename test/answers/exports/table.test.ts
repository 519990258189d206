import { expect, test } from 'vitest';
import { escapeFormula } from '../../../src/answers/exports/csv-xlsx.ts';
import { type Cell, propertiesOf, tableOf } from '../../../src/answers/exports/table.ts';
import type { Group } from '../../../src/incidents/incidents.ts';
import { told } from '../../incidents/world.ts';
import { dataset } from '../composed.ts';

const about = { answer: 'x', notes: [], exportedAt: '2020-07-14T09:00:00Z', datasets: [] };
const groups: Group[] = [
  { key: '2016', count: 3, low: 4, killed: 5, high: 6, civilians: 2, asked: 7 },
  { key: '2017', count: 1, low: 0, killed: 0, high: 0, civilians: 0, asked: null },
];
async function rowsOf(of: 'killed' | 'wounded') {
  const { columns, rows } = tableOf({ about, content: { by: 'year', of, groups } });
  const all: Record<string, Cell>[] = [];
  for await (const row of rows) all.push(Object.fromEntries(columns.map((name, i) => [name, row[i] ?? null])));
  return all;
}

test('a group is its key, its incidents and the low, best and high of its dead', async () => {
  const [first, second] = await rowsOf('killed');
  expect(first).toMatchObject({
    year: '2016',
    incidents: 3,
    killed_low: 4,
    killed_best: 5,
    killed_high: 6,
    civilians_killed: 2,
  });
  expect(first).not.toHaveProperty('wounded');
  expect([first?.about, second?.about]).toEqual([expect.stringContaining('x'), null]);
});

test('what no source gives is empty, which is not 0', async () => {
  expect((await rowsOf('wounded')).map(({ wounded }) => wounded)).toEqual([7, null]);
  const cells = (killed?: number) => propertiesOf(told('a:1', killed === undefined ? {} : { killed }), [dataset('a')]);
  expect([cells().killed_best, cells(0).killed_best, cells(3).killed_best]).toEqual([null, 0, 3]);
});

test('who took part stands by what they did; targets and victims together', () => {
  const roles = ['attacker', 'party', 'target', 'victim', 'other'] as const;
  const actors = roles.map((role) => ({ actor: `the ${role}`, role }));
  expect(propertiesOf(told('a:1', { more: { actors } }), [dataset('a')])).toMatchObject({
    attackers: 'the attacker',
    sides: 'the party',
    targets: 'the target; the victim',
    other_actors: 'the other',
  });
});

test('a row says whose it is, of each record that was merged into it', () => {
  const datasets = [dataset('a'), { ...dataset('acled'), licence: 'terms' }];
  const { dataset: ids, licence, redistribution } = propertiesOf(told('a:1'), datasets);
  expect({ ids, licence, redistribution }).toEqual({ ids: 'a', licence: 'CC0', redistribution: 'allowed' });
  const closed = propertiesOf(told('acled:1'), datasets);
  expect(closed).toMatchObject({ dataset: 'acled', licence: 'terms', redistribution: 'forbidden' });
});

test.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x', "'=1", "''=1"])(
  'a spreadsheet takes %j for words',
  (text) => expect(escapeFormula(text)).toBe(`'${text}`),
);
test.each(['x=1', 'a-b', "it's", "'quoted'", '', 5, -5, null])('%j stays as it is', (cell) =>
  expect(escapeFormula(cell)).toBe(cell),
);
