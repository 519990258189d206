import { beforeAll, expect, test } from 'vitest';
import type { Bot } from '../../src/app/ports.ts';
import type { Filter } from '../../src/incidents/query.ts';
import { understand } from '../../src/reader/understand.ts';
import { vocabulary } from '../support/vocabulary.ts';
import { botOver, question, shippedStore } from '../support/world.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await botOver(await shippedStore());
});

const christians = ['Nigeria', 'CAR', 'Indonesia'].map((at, n) => ({
  name: `Christians (${at})`,
  incidents: 10 + n,
  country: at === 'CAR' ? 'Central African Republic' : at,
}));

async function read(text: string): Promise<Filter & { unread: string[] }> {
  const understood = await bot.read(question(text));
  if (understood.kind !== 'query') throw new Error(`${text}: ${understood.kind}`);
  return { ...understood.query.filter, unread: understood.unread };
}
const namesOf = ({ places, actors }: Filter) => [...(places ?? []), ...(actors ?? [])].map(({ name }) => name);

test.each([
  ['cyber attacks in Ukraine', ['Ukraine'], ['cyber']],
  ['attacks in Nigeria on fridays', ['Nigeria'], ['fridays']],
  ['boko haraam attacks in nigeria', ['Nigeria', 'Boko Haram', 'Islamic State'], []],
])('%s: a word is no place of another country that it resembles', async (text, names, unread) => {
  const filter = await read(text);
  expect([namesOf(filter), filter.unread]).toEqual([names, unread]);
});

test('a misspelt name of which the data has nothing is asked back, with what lies in the country told', async () => {
  const understood = await bot.read(question('mosull attacks in iraq'));
  const means = understood.kind === 'unclear' ? understood.choices.map((choice) => choice.means) : [];
  expect(means[0]).toMatchObject({ kind: 'place', name: 'Mosul', country: 'Iraq' });
  expect(means.filter((one) => !('country' in one) || one.country !== 'Iraq')).toEqual([]);
});

test.each([
  ['attacks on Kurds in Turkey', 'Kurds', ['Türkiye']],
  ['attacks with chemical weapons in Syria', 'chemical weapons', ['Syria']],
])('%s: looked for in the reports', async (text, said, names) => {
  const filter = await read(text);
  expect([filter.text, namesOf(filter)]).toEqual([said, names]);
});

test('a group of many countries is that of the country named', async () => {
  bot.names.setVocabulary({ ...vocabulary, version: 99, actors: [...vocabulary.actors, ...christians] });
  expect(bot.names.actors('Christians', { exact: true })).toHaveLength(3);
  const context = { now: new Date('2026-11-01T09:00:00Z'), zone: 'UTC', locale: 'en-GB', names: bot.names, vocabulary };
  expect(understand('Christians killed in Nigeria', context)).toMatchObject({
    query: { filter: { actors: [{ name: 'Christians (Nigeria)' }] } },
  });
  expect(understand('Christians killed in 2014', context).kind).toBe('unclear');
});
