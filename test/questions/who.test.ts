import { beforeAll, expect, test } from 'vitest';
import type { Bot } from '../../src/app/ports.ts';
import { botOver, question, shippedStore } from '../support/world.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await botOver(await shippedStore());
});
const read = async (text: string) => {
  const understood = await bot.read(question(text));
  if (understood.kind !== 'query') throw new Error(`${understood.kind}: ${text}`);
  return understood;
};

test.each([
  ['did ISIS claim the attack in Iraq?', ['claimed'], 'Islamic State'],
  ['did the Islamic State claim any attacks in Iraq in 2020?', ['claimed'], 'Islamic State'],
  ['has ISIS claimed attacks in Iraq?', ['claimed'], 'Islamic State'],
  ['did ISIS deny the attack in Iraq?', ['denied'], 'Islamic State'],
])('%s: what somebody said of it, no part that it took', async (text, statuses, actor) => {
  const { query, unread } = await read(text);
  expect(query.filter.attribution).toMatchObject({ statuses, actor: { name: actor } });
  expect([query.filter.actors, unread]).toEqual([undefined, []]);
});

test.each([
  ['who is attacking Kharkiv?', ['violence']],
  ['who is shelling Kharkiv?', ['shelling']],
  ['who is behind the attacks in Kharkiv?', ['violence']],
])('%s: many, told by who did how much', async (text, eventTypes) => {
  const { query, unread } = await read(text);
  expect(query).toMatchObject({ measure: 'rank', by: 'actor', filter: { eventTypes } });
  expect(unread).toEqual([]);
});

test.each(['who was behind the attack on the convoy?', 'who did it - the convoy attack in Iraq?'])(
  '%s: one',
  async (text) => {
    expect((await read(text)).query).toMatchObject({ measure: 'who', about: 'who' });
  },
);

test.each([
  ['hello', /^Hello\. Ask me about reported incidents/],
  ['merci beaucoup', /^Je vous en prie/],
  ['مرحبا', /^مرحبًا\. اسألني/],
])('%s: answered with a greeting, and told to be no answer of the data', async (text, said) => {
  const answer = await bot.ask(question(text));
  expect(answer.text).toMatch(said);
  expect(answer.data?.status).toBe('declined');
});

test('“how do you count deaths?” tells how, whatever the thread was about', async () => {
  const answer = await bot.ask(question('how do you count deaths?', { thread: 'one' }));
  expect(answer.text).toMatch(/^People killed are the deaths that sources give/);
});

test.each([
  ['where does ISIS operate?', 'country'],
  ['where is Boko Haram active?', 'country'],
  ['where do the FARC operate in Colombia?', 'admin1'],
])('%s: told by where it does most', async (text, by) => {
  expect(await read(text)).toMatchObject({ query: { measure: 'rank', by }, unread: [] });
});

test.each([
  ['rank countries by civilian deaths in 2016', 'country', 'civilians killed'],
  ['rank the provinces of Iraq by wounded', 'admin1', 'wounded'],
])('%s: ranked', async (text, by, of) => {
  expect(await read(text)).toMatchObject({ query: { measure: 'rank', by, of }, unread: [] });
});

test('who was only attacked is not told as one who is behind attacks', async () => {
  const answer = await bot.ask(question('who is behind the attacks in Iraq?'));
  const keys = answer.data?.result?.groups?.map(({ key }) => key);
  expect(keys).toContain('unidentified assailants');
  expect(keys).not.toContain('American logistical convoy');
});
