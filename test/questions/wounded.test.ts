import { beforeAll, expect, test } from 'vitest';
import type { Bot } from '../../src/app/ports.ts';
import { incident } from '../../src/incidents/incident.ts';
import { put, told } from '../incidents/world.ts';
import { botOver, openStore, question } from '../support/world.ts';

let bot: Bot;
const hurt = (id: string, day: string, wounded: number | undefined, more: Parameters<typeof told>[1] = {}) => {
  const made = told(id, { day, killed: 1, actors: ['Reds'], ...more });
  const figure = wounded === undefined ? {} : { wounded: { low: wounded, best: wounded, high: wounded } };
  const casualties = made.casualties.map((c) => ({ ...c, ...figure }));
  return incident.parse({ ...made, casualties });
};

beforeAll(async () => {
  const store = await openStore();
  await put(store, [
    hurt('wire:1', '2018-03-01', 5),
    hurt('wire:2', '2018-04-01', undefined),
    hurt('wire:3', '2019-03-01', 7, { actors: ['Blues'], killed: 9 }),
    hurt('wire:4', '2020-03-01', undefined, { country: 'Syria', place: 'Homs', lat: 34.73, lon: 36.71, killed: 40 }),
  ]);
  bot = await botOver(store);
});

const groupsOf = async (text: string) => {
  const { data, text: words, parts } = await bot.ask(question(text, { askedAt: new Date('2021-01-01T09:00:00Z') }));
  const table = parts.find((p) => p.kind === 'table')?.table;
  return { words, groups: data?.result?.groups?.map((g) => [g.key, g.wounded]), columns: table?.columns, table };
};

test('the wounded of each year, and what has no figure', async () => {
  const { words, groups, columns, table } = await groupsOf('wounded per year in Iraq');
  expect(words).toMatch(
    /^12 people wounded in Iraq, by year\. Highest: 2019, 7 wounded in 1 incident\. For 1 more inc/,
  );
  expect(groups).toEqual([
    ['2018', 5],
    ['2019', 7],
  ]);
  expect(columns?.map(({ name }) => name)).toEqual(['Year', 'Incidents', 'Wounded', 'Killed', 'Civilians killed']);
  expect(table?.rows[0]).toEqual(['2018', '2', '5', '2', '–']);
});

test.each([
  ['which country had the most wounded?', 'Iraq', 'Syria'],
  ['top groups by wounded', 'Blues', 'Reds'],
])('%s: ranked by the wounded, what nobody counted last', async (text, first, last) => {
  const { groups } = await groupsOf(text);
  expect([groups?.[0]?.[0], groups?.at(-1)?.[0]]).toEqual([first, last]);
});

test('where nobody gives a figure it is said, and never 0', async () => {
  for (const text of ['wounded per year in Syria', 'which groups had the most wounded in Syria?'])
    expect((await groupsOf(text)).words).toMatch(
      /^No source gives a number of people wounded for the 1 incident in Syria/,
    );
  const { words, groups, table } = await groupsOf('compare Iraq and Syria, wounded');
  expect(words).toMatch(/^Iraq: 12 wounded in 3 incidents; Syria: no figure for 1 incident\b/);
  expect(groups?.find(([key]) => key === 'Syria')).toEqual(['Syria', null]);
  expect(table?.rows.map((row) => row[2])).toEqual(['12', '–']);
});

test.each([
  [
    'blessés par an en Irak',
    /^12 personnes blessées en Irak, par année\. Maximum : 2019, 7 personnes blessées dans 1 inc/,
  ],
  ['عدد الجرحى في العراق حسب السنة', /12 جريحًا.*7 جرحى/],
])('%s', async (text, said) => {
  expect((await groupsOf(text)).words).toMatch(said);
});

test('a map of the wounded weighs its places by them', async () => {
  const { words, table } = await groupsOf('map of the wounded in Iraq');
  expect(words).toMatch(/3 incidents in Iraq/);
  expect(table?.columns[2]?.name).toBe('People wounded');
  expect(table?.rows[0]?.[2]).toBe('12');
});

test('a number of people taken bounds nothing that it does not mean', async () => {
  const understood = await bot.read(question('abductions of more than 50 people in Iraq'));
  if (understood.kind !== 'query') throw new Error(understood.kind);
  expect(understood.query.filter.killed).toBeUndefined();
  expect(understood.unread.join(' ')).toMatch(/50/);
});
