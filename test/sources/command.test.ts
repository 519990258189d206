import { expect, test } from 'vitest';
import { sources as sourcesCommand } from '../../commands/sources.ts';
import type { Bot } from '../../src/app/ports.ts';
import { botOver, openStore, question } from '../support/world.ts';

const silent = () => undefined;
const inChannel = { channel: { platform: 'slack', id: 'T1:C1', kind: 'channel' } } as const;

async function worldOf() {
  const bot: Bot = await botOver(await openStore());
  const say = async (options: object, more: object = inChannel) =>
    (await bot.run(sourcesCommand, options, { ...question(''), progress: silent, ...more })).text;
  return { bot, say };
}

test('for managers alone', async () => {
  const { say } = await worldOf();
  const asker = { id: 'U2', locale: 'en-GB', timeZone: 'UTC', mayManage: true, mayCurate: false };
  expect(await say({}, { ...inChannel, asker })).toMatch(/Only managers may use sources/);
});

test('in a channel: https alone, told who added it, paused, resumed and run in a moment', async () => {
  const { say, bot } = await worldOf();
  expect(await say({})).toMatch(/Nothing is fetched by itself\. For example/);
  expect(await say({ add: 'https://wire.example/feed.xml', every: '30m' })).toMatch(
    /^Added as #1\.[\s\S]*#1 https:\/\/wire\.example\/feed\.xml: every 30 minutes, added by someone/,
  );
  expect(await bot.sources.get(1)).toMatchObject({ fromChannel: true, every: 1_800_000 });
  await bot.sources.pause(1);
  expect(await say({})).toMatch(/Paused\./);
  expect(await say({ resume: 1 })).toBe('Source #1 is fetched again.');
  expect(await say({ run: 1 })).toMatch(/#1 is fetched in a moment/);
  expect(await say({ add: 'https://wire.example/feed.xml' })).toBe('That is #1 already.');
});

test.each<[object, RegExp]>([
  [{ add: 'http://wire.example/feed.xml' }, /only https/],
  [{ add: 'https://127.0.0.1/feed.xml' }, /private network/],
  [{ add: 'https://me:secret@wire.example/' }, /user name or password/],
  [{ add: 'file:///etc/passwd' }, /not a web address.*ucdp, ucdp-candidate, acled, reliefweb, gdelt/],
  [{ add: 'wire' }, /not a web address/],
  [{ add: 'acled' }, /ACLED_EMAIL and ACLED_PASSWORD/],
  [{ add: 'https://wire.example/', every: '1m' }, /five minutes/],
  [{ add: 'https://wire.example/', every: 'often' }, /use one like 30m, 6h, 1d or 1w/],
  [{ add: 'https://wire.example/', since: 'yesterday' }, /use one like 2026-01-31/],
  [{ add: 'https://wire.example/', mapping: '/etc/passwd' }, /only be added from the command line/],
  [{ pause: 9 }, /There is no source #9/],
])('%j is refused with a reason, and nothing is added', async (options, words) => {
  const { say, bot } = await worldOf();
  expect(await say(options)).toMatch(words);
  expect(await bot.sources.list()).toEqual([]);
});

test('words of data and of people stand as plain words', async () => {
  const { say } = await worldOf();
  const text = await say({ add: `https://wire.example/${encodeURIComponent('<!channel>')}`, query: 'a\nb\u202ec' });
  expect(text).not.toMatch(/\u202e/);
  expect(text).toContain('a b c');
});
