import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDialogueStore } from '../../src/conversations/dialogue-store.ts';
import { openConversationRows } from '../../src/conversations/store.ts';
import { openDatabase } from '../../src/database/open.ts';
import { botOver, question, shippedStore } from '../support/world.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sitrep-thread-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function restarted() {
  const bot = await botOver(
    await shippedStore(),
    openDialogueStore(openConversationRows(await openDatabase(join(folder, 'db')))),
  );
  return async (text: string, thread = 'one', at = '2020-07-14T09:00:00Z') =>
    bot.ask(question(text, { thread, askedAt: new Date(at) }));
}

test('a conversation survives a restart, each thread for itself', async () => {
  const before = await restarted();
  await before('incidents in Iraq');
  await before('raids in Iraq', 'two');
  const after = await restarted();
  expect((await after('and in Syria?')).data?.result?.ids).toEqual(['sitrep:deir-ez-zor-airstrike-2020-07-11']);
  expect((await after('the first one', 'two')).data?.result?.ids).toEqual(['sitrep:iraq-militia-raid-undated']);
});

test('it is forgotten after a day', async () => {
  const ask = await restarted();
  await ask('incidents in Iraq');
  expect((await ask('and in Syria?', 'one', '2020-07-15T08:59:00Z')).data?.status).toBe('answered');
  await ask('incidents in Iraq', 'three');
  expect((await ask('and in Syria?', 'three', '2020-07-15T09:00:01Z')).data?.status).toBe('unclear');
});

test('why? tells word by word what was read, assumed, left out and not used', async () => {
  const ask = await restarted();
  await ask('purple attacks near Samawah in July 2020');
  const { text } = await ask('why?');
  expect(text).toMatch(/“attacks” as kind of incident/);
  expect(text).toMatch(/“.*Samawah.*” as place: As Samawah, Iraq/);
  expect(text).toMatch(/as time: in July 2020/);
  expect(text).toMatch(/Not used: “purple”/);
  expect(text).toMatch(/data.* ends on/i);
  expect(text).toMatch(/That found 1 of \d+ incidents/);
});

test.each(['why', 'how did you get that?', 'explain this', 'what did you leave out?'])(
  '%s explains too',
  async (text) => {
    const ask = await restarted();
    await ask('incidents in Iraq');
    expect((await ask(text)).text).toMatch(/^I read /);
  },
);

test('a motive is asked about an incident, not about the answer', async () => {
  const ask = await restarted();
  expect((await ask('why was the convoy attacked?')).data?.understood?.about).toBe('motive');
});

test('start over leaves the subject behind', async () => {
  const ask = await restarted();
  await ask('incidents in Iraq');
  expect((await ask('start over')).text).toMatch(/start over/);
  expect((await ask('and in Syria?')).data?.status).toBe('unclear');
});

test('why? with nothing before it says so', async () => {
  const ask = await restarted();
  expect((await ask('why?')).text).toMatch(/no answer to explain/);
});

test.each([
  ['drop the date', (f: { period?: unknown }) => expect(f.period).toBeUndefined()],
  ['any time', (f: { period?: unknown }) => expect(f.period).toBeUndefined()],
  [
    'what about 2015?',
    (f: { period?: unknown }) => expect(f.period).toEqual({ start: '2015-01-01', end: '2016-01-01' }),
  ],
  ['only airstrikes', (f: { eventTypes?: unknown }) => expect(f.eventTypes).toEqual(['airstrike'])],
  ['forget the place', (f: { place?: unknown }) => expect(f.place).toBeUndefined()],
])('%s', async (text, check) => {
  const ask = await restarted();
  await ask('attacks in Samawah in July 2020');
  const { data } = await ask(text);
  expect(data?.status).toBe('answered');
  check((data?.understood?.filter ?? {}) as never);
});

test('chart that by year instead', async () => {
  const ask = await restarted();
  await ask('how many people were killed in Syria in 2020?');
  const { data } = await ask('chart that by year instead');
  expect([data?.understood?.measure, data?.understood?.by, data?.understood?.of]).toEqual(['trend', 'year', 'killed']);
});

test('no, I meant the province', async () => {
  const ask = await restarted();
  expect((await ask('airstrikes in the city of Deir ez-Zor')).data?.understood?.filter.place?.level).toBe('town');
  const { data } = await ask('no, I meant the province');
  expect([data?.understood?.filter.place?.level, data?.understood?.filter.eventTypes]).toEqual([
    'admin1',
    ['airstrike'],
  ]);
});

test('I meant Syria', async () => {
  const ask = await restarted();
  await ask('incidents in Iraq');
  expect((await ask('sorry, I meant Syria')).data?.understood?.filter.place?.name).toBe('Syria');
});
