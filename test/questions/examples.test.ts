import { describe, expect, test } from 'vitest';
import { createDispatcher } from '../../src/app/dispatcher.ts';
import { openDatabase } from '../../src/database/open.ts';
import type { Incident } from '../../src/incidents/incident.ts';
import { openAdapterStores } from '../../src/server/container.ts';
import { told } from '../incidents/world.ts';
import { botOver, now, openStore, shippedStore } from '../support/world.ts';

const asked = {
  asker: { id: 'x', locale: 'en-GB', timeZone: 'UTC', mayManage: true, mayCurate: true },
  channel: { platform: 'console', id: 'x', kind: 'console' } as const,
  askedAt: now,
};

/** Incidents in countries far from those that are shipped. */
const elsewhere: Incident[] = [1, 2, 3].flatMap((n) => [
  told(`a:${n}`, {
    day: `2011-03-0${n}`,
    country: 'Nigeria',
    place: 'Chibok',
    lat: 10.87,
    lon: 12.85,
    killed: n,
    actors: ["Jama'atu Ahlis Sunna Lidda'awati wal-Jihad"],
  }),
  told(`b:${n}`, {
    day: `2014-05-0${n}`,
    country: 'Yemen (North Yemen)',
    place: 'Sanaa',
    lat: 15.35,
    lon: 44.2,
    killed: n,
  }),
]);

async function elsewhereStore() {
  const store = await openStore();
  const dataset = { id: 'far', name: 'Far', licence: 'CC BY 4.0', citation: 'Far', redistribution: 'allowed' as const };
  await store.apply(
    elsewhere.map((record) => ({ action: 'put' as const, record })),
    { dataset, by: 'test', why: 'test', at: now.toISOString() },
  );
  return store;
}

describe.each([
  ['the shipped incidents', shippedStore, /Iraq|Syria|Samawah/, /who claimed/],
  ['other countries', elsewhereStore, /Nigeria|Yemen(?! \()|Boko Haram/, /attacks by Boko Haram in Nigeria/],
])('questions to try over %s', (_, open, words, actor) => {
  test('are made of what the data has, and each is answered', async () => {
    const bot = await botOver(await open());
    const examples = await bot.examples();
    expect(examples).toHaveLength(5);
    expect(examples.join('\n')).toMatch(actor);
    for (const question of examples) {
      expect(question).toMatch(words);
      const { data, text } = await bot.ask({ ...asked, text: question });
      expect(data, question).toMatchObject({ status: 'answered' });
      expect(text, question).not.toMatch(/^No |not covered/);
    }
  });

  test('stand in the help, on the home page and in the prompts', async () => {
    const bot = await botOver(await open());
    const desk = createDispatcher(bot, openAdapterStores(await openDatabase(':memory:')));
    const examples = await bot.examples();
    expect((await desk.home()).next.map(({ label }) => label)).toEqual(examples);
    const { text } = await desk.run('help', {}, asked);
    for (const question of examples) expect(text).toContain(question);
  });
});

test('an empty store suggests nothing, and the help does not speak of it', async () => {
  const bot = await botOver(await openStore());
  expect(await bot.examples()).toEqual([]);
  const desk = createDispatcher(bot, openAdapterStores(await openDatabase(':memory:')));
  expect((await desk.run('help', {}, asked)).text).not.toMatch(/Questions to try/);
});
