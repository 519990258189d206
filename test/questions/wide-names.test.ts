import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { inRegion, regionInArabic } from '../../src/answers/messages/regions.ts';
import type { Bot } from '../../src/app/ports.ts';
import { applyTo, incidentOf } from '../alerts/alert-world.ts';
import { botOver, question, shippedStore } from '../support/world.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await botOver(await shippedStore());
});

const named = async (text: string) => {
  const understood = await bot.read(question(text));
  return (understood.kind === 'query' ? (understood.query.filter.places ?? []) : []).map(({ name }) => name);
};

test.each([
  ['attacks in Africa', 'Africa'],
  ['attacks in africa this year', 'Africa'],
  ['protests in Europe in 2019', 'Europe'],
  ['European protests in 2019', 'Europe'],
  ['attacks in West Africa', 'West Africa'],
  ['West African attacks in 2019', 'West Africa'],
  ['attacks in the middle east', 'Middle East'],
  ['incidents in South America', 'South America'],
  ['how many attacks were there in Asia?', 'Asia'],
  ['clashes in the Caucasus', 'South Caucasus'],
  ['attacks in Korea', 'Korea'],
  ['attaques en Afrique', 'Africa'],
  ["attaques en Afrique de l'Ouest", 'West Africa'],
  ['attaques au Moyen-Orient', 'Middle East'],
  ['هجمات في أفريقيا', 'Africa'],
  ['هجمات في الشرق الأوسط', 'Middle East'],
])('%s: a part of the world', async (text, expected) => {
  expect(await named(text)).toEqual([expected]);
});

test.each([
  ['attacks in Palestine', 'Palestinian Territories'],
  ['attacks in Holland', 'Netherlands'],
  ['attacks in the Islamic Republic of Iran', 'Iran'],
  ['attacks in the us', 'United States'],
  ['protests in the united kingdom', 'United Kingdom'],
  ['attaques en Afrique du Sud', 'South Africa'],
  ['attaques en Corée du Nord', 'North Korea'],
  ['attacks in the Central African Republic', 'Central African Republic'],
  ['attacks in England', 'England'],
  ['attacks in Granada', 'Granada'],
  ['attacks near Iraq', 'Iraq'],
  ['attacks near Africa', 'Africa'],
  ['attacks near Djibouti', 'Djibouti'],
])('%s: a country under the name people give it, and no other', async (text, expected) => {
  expect(await named(text)).toEqual([expected]);
});

test.each([
  ['attacks on the border between Iraq and Syria', ['Iraq and Syria']],
  ['fighting between Armenia and Azerbaijan in 2020', ['Armenia', 'Azerbaijan']],
  ['Israeli airstrikes in Syria', ['Syria']],
  ['South African protests in 2019', ['South Africa']],
  ['North Korean attacks', ['North Korea']],
  ['Iraqi civilians killed in 2014', ['Iraq']],
  ['how many people died in the Rwandan genocide?', ['Rwanda']],
  ['Iraqi civilians killed in Syria', ['Syria']],
  ['Russian attacks on Ukrainian cities', ['Ukraine']],
])('%s: no towns that sound like them, and no line between countries', async (text, expected) => {
  expect(await named(text)).toEqual(expected);
});

test.each([
  'tell us what happened in 2019',
  'attacks on the Iranian embassy in 2019',
  'were Iraqis killed in the convoy attack?',
])('%s: names no place', async (text) => {
  expect(await named(text)).toEqual([]);
});

test('an African Union mission is no part of the world', async () => {
  const understood = await bot.read(question('African Union casualties in Somalia'));
  expect(understood).toMatchObject({ query: { filter: { places: [{ name: 'Somalia' }], actors: [{}] } } });
});

test('every part of the world has its name in French and in Arabic', () => {
  const sites: { name: string; level: string }[] = JSON.parse(
    readFileSync(new URL('../../data/regions.json', import.meta.url), 'utf8'),
  );
  const regions = sites.filter(({ level }) => level === 'world-region').map(({ name }) => name);
  expect(regions.length).toBeGreaterThan(30);
  expect(regions.filter((name) => inRegion(name).includes('dans la région ') && name !== 'Great Lakes')).toEqual([]);
  expect(regions.filter((name) => regionInArabic(name) === name)).toEqual([]);
});

test('of two countries of one name it is asked which, unless a place in one of them is named', async () => {
  const choices = async (text: string) => {
    const understood = await bot.read(question(text));
    return understood.kind === 'unclear' ? understood.choices.map(({ question }) => question) : [];
  };
  expect(await choices('attacks in Congo')).toEqual(['attacks in Congo - Kinshasa', 'attacks in Congo - Brazzaville']);
  expect(await choices('attacks in Goma, Congo')).toEqual([]);
});

test('a country that acts is its government; people of that country are not it', async () => {
  const world = await shippedStore();
  const names = ['Government of Israel', 'Protesters (Israel)', 'Rioters (Israel)'];
  await applyTo(
    world,
    names.map((actor, n) => ({ ...incidentOf(n), actors: [{ actor, role: 'party' as const }] })),
  );
  const told = await botOver(world);
  const actorsIn = async (text: string) => {
    const understood = await told.read(question(text));
    return understood.kind === 'query'
      ? (understood.query.filter.actors ?? []).map(({ name }) => name)
      : understood.kind;
  };
  expect(await actorsIn('attacks by Israel in Gaza')).toEqual(['Government of Israel']);
  expect(await actorsIn('attacks in Israel')).toEqual([]);
  expect(await actorsIn('Hamas attacks in Israel')).toEqual(['Hamas']);
});

const actorsIn = async (text: string) => {
  const understood = await bot.read(question(text));
  return (understood.kind === 'query' ? (understood.query.filter.actors ?? []) : []).map((a) => [a.name, a.role]);
};

test.each([
  ['Israeli airstrikes in Syria', 'Government of Israel', 'attacker'],
  ['Russian attacks on Ukrainian cities', 'Government of Russia', 'attacker'],
  ['Ukrainian drone attacks on Russia', 'Government of Ukraine', 'attacker'],
  ['American drone strikes in Somalia', 'Government of United States', 'attacker'],
  ['frappes israéliennes en Syrie', 'Government of Israel', 'attacker'],
  ['غارات إسرائيلية على سوريا', 'Government of Israel', 'attacker'],
  ['attacks on Turkish soldiers in Syria', 'Government of Turkey', 'target'],
  ['airstrikes by Saudi Arabia on Yemen', 'Government of Saudi Arabia', 'attacker'],
])('%s: whose they were, which is taken for granted', async (text, actor, role) => {
  expect(await actorsIn(text)).toEqual([[expect.stringContaining(actor), role]]);
});

test.each(['Nigerian attacks in Borno', 'Palestinian attacks in Israel', 'Turkish-backed attacks in Syria'])(
  '%s: anybody’s',
  async (text) => {
    expect(await actorsIn(text)).toEqual([]);
  },
);

test.each(['attaques russes contre l’Ukraine en 2014', 'Russian attacks against Ukraine in 2014'])(
  '%s: one side against the other',
  async (text) => {
    const understood = await bot.read(question(text));
    const pair = understood.kind === 'query' ? understood.query.filter.pair : [];
    expect(pair?.map(({ name }) => name)).toEqual([
      expect.stringContaining('Government of Russia'),
      'Government of Ukraine',
    ]);
  },
);

test.each(['how many civilians did Boko Haram kill in 2014?', 'how many civilians has Boko Haram killed?'])(
  '%s: those of its attacks on civilians',
  async (text) => {
    const understood = await bot.read(question(text));
    expect(understood).toMatchObject({
      query: {
        measure: 'sum',
        of: 'civilians killed',
        filter: { actors: [{ name: 'Boko Haram', role: 'attacker' }], eventTypes: ['attack-on-civilians'] },
      },
    });
  },
);

test('outside a part of the world, its article in its name or not', async () => {
  for (const text of ['attacks outside the Middle East', 'attacks outside Africa']) {
    const understood = await bot.read(question(text));
    expect(understood).toMatchObject({ query: { filter: { exclude: { places: [{ level: 'world-region' }] } } } });
    expect(await named(text)).toEqual([]);
  }
});
