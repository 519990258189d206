import { beforeAll, expect, test } from 'vitest';
import type { Bot } from '../../src/app/ports.ts';
import { openDialogueStore } from '../../src/conversations/dialogue-store.ts';
import { openConversationRows } from '../../src/conversations/store.ts';
import { put, told } from '../incidents/world.ts';
import { freshDatabase } from '../support/engines.ts';
import { botOver, openStore, question } from '../support/world.ts';

let bot: Bot;
const inSyria = { country: 'Syria', place: 'Homs', lat: 34.73, lon: 36.71 };
beforeAll(async () => {
  const store = await openStore();
  await put(store, [
    told('wire:1', { day: '2014-03-01', killed: 3, actors: ['Reds', 'Government of Iraq'] }),
    told('wire:2', { day: '2014-05-01', killed: 4, actors: ['Blues', 'Government of Iraq'] }),
    told('wire:3', { day: '2014-06-01', killed: 5, actors: ['Blues', 'Reds'] }),
    told('wire:4', { day: '2014-07-01', killed: 6, actors: ['Blues'], ...inSyria }),
    told('wire:5', { day: '2015-07-01', killed: 7, actors: ['Blues'], ...inSyria }),
  ]);
  bot = await botOver(store, openDialogueStore(openConversationRows(await freshDatabase())));
});

let threads = 0;
/** The words one after the other in a thread; what the last of them was answered with. */
async function after(...said: string[]) {
  const thread = `thread ${++threads}`;
  let answer = await bot.ask(question('hello', { thread }));
  for (const text of said) answer = await bot.ask(question(text, { thread, askedAt: new Date('2021-01-01') }));
  return { text: answer.text.split('\n')[0], understood: answer.data?.understood, status: answer.data?.status };
}

test('who was behind many is a ranking of them, and the thread stays with them', async () => {
  expect((await after('attacks in Iraq in 2014', 'who was behind them?')).text).toMatch(
    /^The actor with the most attacks in Iraq in 2014: /,
  );
  expect((await after('attacks in Iraq in 2014', 'who was behind them?', 'killed per month')).text).toMatch(
    /^12 people killed in Iraq in 2014, by month/,
  );
});

test('after one of those listed was looked at, a new place is for the list', async () => {
  const { text } = await after('attacks in Iraq in 2014', 'the second one', 'who did it?', 'and in Syria?');
  expect(text).toMatch(/^1 attack in Syria in 2014/);
});

test.each([
  [
    ['attacks involving Blues', 'who did they fight?'],
    /^The actor with the most attacks .*: (?:Reds|Government of Iraq)/,
  ],
  [['killed in Iraq per year', 'compare with Syria'], /^Syria: 13 killed in 2 incidents; Iraq: 12 killed/],
  [['compare Iraq and Syria', 'chart it'], /^Iraq: 3 incidents \(12 killed\); Syria: 2/],
  [['compare Iraq and Syria', 'map it'], /^5 incidents in Iraq or in Syria/],
  [['compare Iraq and Syria', 'killed?'], /^Syria: 13 killed in 2 incidents; Iraq: 12/],
  [['killed in Iraq per year', 'the Syrian ones'], /^13 people killed in Syria, by year/],
  [
    ['killed in Iraq per year', 'only civilians'],
    /^No source gives a number of civilians killed for the 3 incidents in Iraq/,
  ],
  [['killed in Iraq', 'by actor'], /^The actor with the most people killed in Iraq: Blues/],
] as const)('%j', async (said, expected) => {
  expect((await after(...said)).text).toMatch(expected);
});

test('as many of a ranking as are asked for', async () => {
  const { understood } = await after('which countries had the most killed?', 'top 1');
  expect(understood).toMatchObject({ measure: 'rank', by: 'country', of: 'killed' });
});

test.each([
  ['in French please', /^3 attaques en Irak/],
  ['en français', /^3 attaques en Irak/],
  ['بالعربية', /العراق/],
])('%s: the last answer once more', async (wish, said) => {
  expect((await after('attacks in Iraq', wish)).text).toMatch(said);
});

test.each(['who did it?', 'the second one', 'who says so?'])('%s: of an answer that showed none', async (text) => {
  const { status, text: words } = await after('attacks in Iraq in 1999', text);
  expect([status, words]).toEqual(['unclear', expect.stringMatching(/I have not listed any here yet/)]);
});
