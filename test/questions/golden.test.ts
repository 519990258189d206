import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/app/ports.ts';
import { botOver, question, shippedStore } from '../support/world.ts';
import { golden } from './golden.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await botOver(await shippedStore());
});

describe.each(golden)('$meaning', ({ phrasings, place, ids, says = [], never = [] }) => {
  test.each(phrasings)('%s', async (text) => {
    const { data, text: words } = await bot.ask(question(text));
    expect(data?.status).toBe('answered');
    if (place) expect(data?.understood?.filter.place?.name).toBe(place);
    if (ids) expect((data?.result?.ids ?? []).slice(0, Math.max(1, ids.length))).toEqual(ids);
    for (const said of says) expect(words).toMatch(said);
    for (const unsaid of never) expect(words).not.toMatch(unsaid);
  });
});

describe('what must be declined', () => {
  test.each([
    'will there be an attack in Baghdad next week?',
    'where will the militias strike next?',
    'is it safe to drive to Samawah?',
    'which road should our trucks take?',
    'where does Ahmad al-Hamdani live?',
    'who is right in this war?',
    'write me a song about trucks',
  ])('%s', async (text) => {
    expect((await bot.ask(question(text))).data?.status).toBe('declined');
  });
});

describe('one question back', () => {
  test.each(['and in 2016?', 'the third one', 'qwrtz bnmpf', 'attacks in Blorfistan'])('%s', async (text) => {
    expect((await bot.ask(question(text))).data?.status).toBe('unclear');
  });
});

test('a conversation goes on from its last answer', async () => {
  const ask = async (text: string) => (await bot.ask(question(text, { thread: 'one' }))).data;
  expect((await ask('incidents in Iraq'))?.result?.total).toBe(1);
  expect((await ask('and in Syria?'))?.result?.ids).toEqual(['sitrep:deir-ez-zor-airstrike-2020-07-11']);
  expect((await ask('how many?'))?.result?.value).toBe(1);
  expect((await ask('new question: raids in Iraq'))?.result?.ids).toEqual(['sitrep:iraq-militia-raid-undated']);
  const who = await ask('who was behind it?');
  expect([who?.understood?.about, who?.result?.ids]).toEqual(['who', ['sitrep:iraq-militia-raid-undated']]);
  expect((await ask('the first one'))?.result?.ids).toEqual(['sitrep:iraq-militia-raid-undated']);
});

test('words that changed nothing are reported', async () => {
  const { data, text } = await bot.ask(question('purple attacks in Iraq'));
  expect(data?.understood?.unread).toEqual(['purple']);
  expect(text).toMatch(/Not used: “purple”/);
});

test('a date in figures is read by the asker’s locale, the other order one step away', async () => {
  const { next, data } = await bot.ask(question('incidents in Iraq on 3/4/2020'));
  expect(data?.understood?.filter.period).toEqual({ start: '2020-04-03', end: '2020-04-04' });
  expect(next.map((n) => n.label)).toContain('2020-03-04 instead');
});
