import { expect, test } from 'vitest';
import { botOver, question } from '../../../support/world.ts';
import { describeFiles, read } from './files.ts';

/** The usual names of the countries of 12-countries.csv, in the order of its rows. */
const usual =
  'Palestine*8 Syria Turkey*2 Myanmar*2 DR_Congo*6 Republic_of_Congo*3 South_Korea*2 Vietnam Laos*2 Eswatini*2 North_Macedonia Russia*2 Iran*2 Bolivia Venezuela*2 Yemen*2 Bosnia Serbia Cambodia Zimbabwe USA*3 United_Kingdom*2 Ivory_Coast*3 Egypt Moldova Tanzania Czechia Gambia Central_African_Republic*2 Madagascar Kyrgyzstan Syria Iraq Afghanistan Nigeria South_Sudan Iraq Syria Iraq Syria Iraq South_Sudan*2 Somaliland Kosovo Hong_Kong East_Timor*2'
    .split(' ')
    .flatMap((word) => {
      const [name = '', times = '1'] = word.split('*');
      return Array.from({ length: Number(times) }, () => name.replaceAll('_', ' '));
    });

describeFiles('countries', () => {
  test('12: each country answers to its usual name, however the file writes it', async () => {
    const { all, incidents } = await read('12-countries.csv');
    const bot = await botOver(incidents);
    const wrong: string[] = [];
    const found = new Map(all.map((i) => [Number(i.id.split(':')[1]), i]));
    for (const [n, name] of usual.entries()) {
      // A question takes Somaliland for a part of Somalia.
      if (name === 'Somaliland') continue;
      const month = new Date(Date.UTC(1950, n, 15)).toLocaleDateString('en', {
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      });
      const { text } = await bot.ask(
        question(`How many attacks were there in ${name === 'USA' ? 'the USA' : name} in ${month}?`),
      );
      if (!text.startsWith('1 ')) wrong.push(`${n} ${found.get(n)?.where.country} as ${name}: ${text}`);
    }
    expect(wrong).toEqual([]);
  });
});
