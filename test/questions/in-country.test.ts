import { beforeAll, expect, test } from 'vitest';
import type { Bot } from '../../src/app/ports.ts';
import { botOver, question, shippedStore } from '../support/world.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await botOver(await shippedStore());
});

async function placesIn(text: string) {
  const understood = await bot.read(question(text));
  const { places = [] } = understood.kind === 'query' ? understood.query.filter : {};
  return places.map(({ name, country }) => `${name}, ${country}`);
}

test.each([
  ['attacks in Tripoli, Lebanon', ['Tripoli, Lebanon']],
  ['attacks in Tripoli (Lebanon) since 2015', ['Tripoli, Lebanon']],
  ['incidents in Tripoli in Lebanon', ['Tripoli, Lebanon']],
  ['in Lebanon, how many attacks were there in Tripoli?', ['Tripoli, Lebanon']],
  ['attaques à Tripoli, Liban', ['Tripoli, Lebanon']],
  ['attacks in Tripolli, Lebanon', ['Tripoli, Lebanon']],
  ['people killed per year in Bari, Somalia', ['Bari, Somalia']],
  ['incidents near Hama, Syria', ['Ḩamāh, Syria']],
  ['clashes in Valencia, Venezuela', ['Valencia, Venezuela']],
  ['attacks in the Cordoba province of Argentina', ['Cordoba, Argentina']],
  ['attacks in Goma, Congo', ['Goma, Congo - Kinshasa']],
  ['attacks in Brazzaville, Congo', ['Brazzaville, Congo - Brazzaville']],
])('%s: the place is the one in that country', async (text, expected) => {
  expect(await placesIn(text)).toEqual(expected);
});

test.each([
  ['attacks in Iraq and Tripoli', ['Iraq, Iraq', 'Tripoli, Libya']],
  ['attacks in Lebanon, Tripoli', ['Lebanon, Lebanon', 'Tripoli, Libya']],
  ['attacks in Tripoli or Lebanon', ['Tripoli, Libya', 'Lebanon, Lebanon']],
])('%s: two places, each for itself', async (text, expected) => {
  expect(await placesIn(text)).toEqual(expected);
});

test('a word with its preposition is no name of a place elsewhere', async () => {
  expect(await placesIn('latest battles in Homs, Syria')).toEqual(['Homs, Syria']);
});
