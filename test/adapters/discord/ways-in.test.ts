import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/fake-discord.ts';
import {
  contextMenu,
  messageCreate,
  ownMessage,
  pressed,
  slashCommand,
  submitted,
  typing,
} from '../../fakes/discord/payloads.ts';
import { deskOver } from '../../support/desk.ts';
import { until } from '../../support/until.ts';
import { adapterIn } from './bot-in.ts';

let discord: FakeDiscord;
let adapter: Adapter;
let channel: string;
beforeEach(async () => {
  discord = await startFakeDiscord();
  channel = discord.channels[0] ?? '';
  adapter = await adapterIn({ apiUrl: discord.apiUrl });
});
afterEach(async () => {
  await adapter.stop();
  await discord.close();
});
const answers = (many: number) => until(() => discord.server.messages.length >= many, `${many} answers`);

test('it says as whom it is connected and to how many servers', async () => {
  expect(await adapter.start()).toBe('Discord: connected as Sitrep to 1 server.');
});

test('the menu is registered when it has changed, and only then', async () => {
  const desk = await deskOver();
  for (let run = 0; run < 2; run++) {
    const one = await adapterIn({ apiUrl: discord.apiUrl, desk });
    const connected = [one.connected()];
    await one.start();
    connected.push(one.connected());
    await one.stop();
    connected.push(one.connected());
    expect(connected).toEqual([false, true, false]);
  }
  expect(discord.server.commands).toHaveLength(1);
  const names = discord.server.commands[0]?.map((c) => (c as { name: string }).name);
  expect(names).toEqual([...desk.menu.map((c) => c.name), 'Ask Sitrep about this']);
});

test('a mention is answered as a reply that pings nobody', async () => {
  await adapter.start();
  discord.send(
    'MESSAGE_CREATE',
    messageCreate('<@400000000000000001> attacks in Iraq', { channel, id: '600000000000000777' }),
  );
  await answers(1);
  expect(discord.server.messages[0]?.body).toMatchObject({
    message_reference: { message_id: '600000000000000777' },
    allowed_mentions: { parse: [], replied_user: false },
  });
});

test('a subscription asked for in a channel is confirmed in it and is that channel’s', async () => {
  const desk = await deskOver();
  const one = await adapterIn({ apiUrl: discord.apiUrl, desk });
  await one.start();
  const words = '<@400000000000000001> subscribe to attacks in Iraq';
  discord.send('MESSAGE_CREATE', messageCreate(words, { channel, id: '600000000000000778' }));
  await answers(1);
  const [preview] = discord.server.messages;
  expect(preview).toMatchObject({ channel, body: { content: expect.stringMatching(/^Shall this channel hear/) } });
  const body = (preview?.body ?? {}) as { components?: { components: { label?: string; custom_id: string }[] }[] };
  const buttons = (body.components ?? []).flatMap(({ components }) => components);
  const confirm = buttons.find(({ label }) => label === 'Subscribe')?.custom_id ?? '';
  discord.interact(pressed(confirm, ownMessage(preview?.id ?? '', channel, body), { channel }));
  await answers(2);
  expect(discord.server.messages[1]).toMatchObject({ body: { content: expect.stringMatching(/^Subscribed by/) } });
  discord.interact(slashCommand('subscriptions', {}, { channel }));
  await answers(3);
  expect(discord.server.messages[2]?.body.content).toMatch(/1 standing question/);
  await one.stop();
});

test('what does not name it, and other bots, are not answered', async () => {
  await adapter.start();
  const own = messageCreate('<@400000000000000001> attacks', { channel });
  discord.send('MESSAGE_CREATE', messageCreate('attacks in Iraq', { channel }));
  discord.send('MESSAGE_CREATE', { ...own, author: { ...own.author, bot: true } });
  discord.interact(slashCommand('status', {}, { channel }));
  await answers(1);
  await new Promise((done) => setTimeout(done, 50));
  expect(discord.server.messages).toHaveLength(1);
});

test('“Ask Sitrep about this” makes a question of a message', async () => {
  await adapter.start();
  discord.interact(contextMenu('<@123456789012345678> A convoy was attacked', { channel }));
  await until(() => discord.server.modals.length === 1, 'the form');
  expect(JSON.stringify(discord.server.modals[0])).toContain('"value":"A convoy was attacked"');
  discord.interact(submitted('who claimed the convoy attack?', { channel }));
  await answers(1);
  expect(discord.server.messages[0]?.body.content).toMatch(/Sayara/);
});

test.each([
  ['search', 'place', 'samaw', /Samaw.*Iraq/],
  ['search', 'type', 'airst', /airstrikes/],
  ['search', 'actor', 'islamic st', /Islamic State/],
  ['show', 'id', 'convoy', /Ambush of an American logistical convoy/],
  ['show', 'id', '', /Ambush/],
])('names while typing: /%s %s: %s', async (command, option, typed, words) => {
  await adapter.start();
  discord.interact(typing(command, option, typed, { channel }));
  await until(() => discord.server.choices.length === 1, 'choices');
  const [choices = []] = discord.server.choices;
  expect(choices.length).toBeLessThanOrEqual(25);
  expect(choices.map((c) => c.name).join('\n')).toMatch(words);
});

test('a name chosen while typing is understood', async () => {
  await adapter.start();
  discord.interact(typing('search', 'place', 'al muth', { channel }));
  await until(() => discord.server.choices.length === 1, 'choices');
  const value = discord.server.choices[0]?.[0]?.value;
  discord.interact(slashCommand('search', { place: value }, { channel }));
  await answers(1);
  expect(discord.server.messages[0]?.body.content).toMatch(/Muthann/);
  expect(discord.server.messages[0]?.body.content).not.toMatch(/do not know/);
});

test('the next page takes the place of the one its button is on', async () => {
  await adapter.start();
  discord.interact(slashCommand('search', { limit: 1 }, { channel }));
  await answers(1);
  const [first] = discord.server.messages;
  const buttons = first?.body.components?.flatMap((row) => row.components ?? []) ?? [];
  const more = buttons.find(({ label }) => label === 'More')?.custom_id ?? '';
  const source = ownMessage(first?.id ?? '', channel, { ...first?.body } as Record<string, unknown>);
  discord.interact(pressed(more, source, { channel }));
  await until(() => discord.server.messages.some((m) => /Number 2/.test(m.body.content ?? '')), 'the next page');
  expect(discord.server.messages.map((m) => m.id)).toEqual([first?.id]);
});

test('in direct messages, and where someone has installed it for themselves', async () => {
  await adapter.start();
  discord.interact(
    slashCommand('ask', { question: 'attacks in Iraq' }, { channel: '500000000000000101', direct: true }),
  );
  discord.interact(slashCommand('ask', { question: 'attacks in Iraq' }, { channel: '699999999999999999' }));
  await answers(2);
});

test('a channel’s zone decides what a clock means', async () => {
  await adapter.start();
  discord.interact(slashCommand('settings', { zone: 'Asia/Tokyo' }, { channel }));
  await answers(1);
  discord.interact(slashCommand('ask', { question: 'attacks today' }, { channel }));
  await answers(2);
  expect(JSON.stringify(discord.server.messages[1]?.body)).toMatch(/14 July 2020/);
});

test('status on the token', async () => {
  expect(await adapter.check()).toBe('Discord: set up as Sitrep (commands registered everywhere).');
});
