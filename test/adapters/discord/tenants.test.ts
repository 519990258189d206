import { expect, test } from 'vitest';
import type { Dispatcher } from '../../../src/app/dispatcher.ts';
import type { DiscordConfig } from '../../../src/config/config.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/fake-discord.ts';
import {
  curators,
  filledIn,
  guild,
  messageCreate,
  ownMessage,
  pressed,
  slashCommand,
} from '../../fakes/discord/payloads.ts';
import { deskOver } from '../../support/desk.ts';
import { until } from '../../support/until.ts';
import { adapterIn } from './bot-in.ts';

const id = 'sitrep:samawah-convoy-2020-07-11';
const retract = { id, why: 'withdrawn by its source' };
const second = { server: '400000000000000003', channel: '600000000000000003' };
const named = (n: number) => `40000000000000010${n}`;

async function served(config: Partial<DiscordConfig> = {}, own?: Dispatcher) {
  const discord = await startFakeDiscord();
  const desk = own ?? (await deskOver());
  const adapter = await adapterIn({ apiUrl: discord.apiUrl, config, desk });
  await adapter.start();
  const first = { channel: discord.channels[0] ?? '' };
  const answer = async (act: () => void) => {
    const before = [...discord.server.messages];
    const come = () => discord.server.messages.find((m) => !before.includes(m));
    act();
    await until(() => come() !== undefined, 'an answer');
    return String(come()?.body.content).replaceAll('\\', '');
  };
  const says = (told: Parameters<FakeDiscord['interact']>[0]) => answer(() => discord.interact(told));
  const stop = async () => {
    await adapter.stop();
    await discord.close();
  };
  return { discord, desk, adapter, first, answer, says, stop };
}

const only = /^Only people named in DISCORD_MANAGERS or DISCORD_MANAGER_ROLES may use retract here/;

test('one server: who may manage it may retract, and others may not', async () => {
  const { says, first, stop } = await served();
  expect(await says(slashCommand('retract', retract, { ...first, user: 2, manages: false }))).toMatch(/^Only managers/);
  expect(await says(slashCommand('retract', retract, first))).toMatch(/^Retracted/);
  await stop();
});

test('a second server joins while the bot runs: from then on neither server’s manager may, each still sets its channel', async () => {
  const { discord, says, first, stop } = await served();
  expect(await says(slashCommand('retract', retract, first))).toMatch(/^Retracted/);
  discord.join(second.server, second.channel);
  const undo = { ...retract, undo: true };
  const words = await says(slashCommand('retract', undo, first));
  expect(words).toMatch(only);
  expect(words).toMatch(/because the bot serves 2 Discord servers\.$/);
  expect(await says(slashCommand('retract', undo, { ...second, user: 2 }))).toMatch(only);
  expect(await says(slashCommand('import', { files: 'ucdp' }, { ...second, user: 2 }))).toMatch(/use import here, bec/);
  for (const where of [first, { ...second, user: 2 }])
    expect(await says(slashCommand('settings', { zone: 'Asia/Kabul' }, where))).toMatch(
      /^The settings of this channel/,
    );
  await stop();
});

test('of two servers the person whom the operator names may, wherever they write, and so may a named role', async () => {
  const config = { managers: [named(2)], managerRoles: [curators] };
  const { discord, says, first, answer, stop } = await served(config);
  discord.join(second.server, second.channel);
  const other = { ...second, manages: false };
  expect(await says(slashCommand('retract', retract, { ...other, user: 2 }))).toMatch(/^Retracted/);
  const undo = { ...retract, undo: true };
  expect(await says(slashCommand('retract', undo, first))).toMatch(only);
  const withRole = { ...first, manages: false, user: 3, roles: [curators] };
  expect(await says(slashCommand('retract', undo, withRole))).toMatch(/^Brought back/);
  const direct = { channel: '500000000000000102', direct: true };
  const words = `retract ${id} --why "withdrawn again"`;
  const said = (user: number) =>
    answer(() => discord.send('MESSAGE_CREATE', messageCreate(words, { ...direct, user })));
  expect(await said(3)).toMatch(only);
  expect(await said(2)).toMatch(/^Retracted/);
  await stop();
});

test('where people are named, who manages the one server is not one of them', async () => {
  const { says, first, stop } = await served({ managers: [named(2)] });
  const words = await says(slashCommand('retract', retract, first));
  expect(words).toMatch(only);
  expect(words).not.toMatch(/because/);
  await stop();
});

test('who has installed it for themselves may not; from then on the server’s manager may not either', async () => {
  const { says, first, stop } = await served();
  const outside = {
    channel: '600000000000000009',
    server: '400000000000000009',
    installedBy: 'user' as const,
    user: 2,
  };
  expect(await says(slashCommand('retract', retract, outside))).toMatch(only);
  const words = await says(slashCommand('retract', retract, first));
  expect(words).toMatch(only);
  expect(words).toMatch(/because the bot serves 1 Discord server and people who installed it for themselves\.$/);
  await stop();
});

test('who has installed it for themselves may not, even where that cannot be recorded', async () => {
  const desk = await deskOver();
  const put: typeof desk.settings.put = (scope, ...rest) =>
    scope === 'tenants' ? Promise.reject(new Error('read-only')) : desk.settings.put(scope, ...rest);
  const { says, stop } = await served({}, { ...desk, settings: { ...desk.settings, put } });
  const outside = { channel: '600000000000000009', server: '400000000000000009', installedBy: 'user' as const };
  expect(await says(slashCommand('retract', retract, outside))).toMatch(only);
  await stop();
});

test('in a server where only a member has installed it, not everyone sets the channel', async () => {
  const { says, stop } = await served();
  const outside = { channel: '600000000000000009', server: '400000000000000009', installedBy: 'user' as const };
  const zone = { zone: 'Asia/Kabul' };
  expect(await says(slashCommand('settings', zone, { ...outside, manages: false }))).toMatch(/^Only managers/);
  await stop();
});

test('in direct messages nobody is a manager, unless named', async () => {
  const { says, stop } = await served();
  const direct = { channel: '500000000000000101', direct: true };
  expect(await says(slashCommand('retract', retract, direct))).toMatch(/^Only managers/);
  await stop();
});

test('a button and a form of such a command ask again who presses, and how many are served by then', async () => {
  const { discord, desk, says, first, stop } = await served();
  const steps = [{ run: 'retract', options: retract }];
  const key = await desk.buttonPayloads.save({ question: 'retract', steps }, Date.now());
  const message = ownMessage('700000000000000001', first.channel, {});
  expect(await says(pressed(`${key}:0`, message, { ...first, user: 2, manages: false }))).toMatch(/^Only managers/);
  discord.join(second.server, second.channel);
  expect(await says(pressed(`${key}:0`, message, first))).toMatch(only);
  expect(await says(filledIn(`form:${key}`, { why: 'withdrawn' }, first))).toMatch(only);
  await stop();
});

test('with shards nobody knows how many servers there are', async () => {
  const { says, first, stop } = await served({ shards: 2 });
  expect(await says(slashCommand('retract', retract, first))).toMatch(only);
  await stop();
});

test('the second server removes the bot: at once the manager of the first may again', async () => {
  const { discord, says, first, stop } = await served();
  discord.join(second.server, second.channel);
  expect(await says(slashCommand('retract', retract, first))).toMatch(only);
  discord.leave(second.server);
  expect(await says(slashCommand('retract', retract, first))).toMatch(/^Retracted/);
  await stop();
});

test('before it connects, it asks Discord how many servers there are', async () => {
  const discord = await startFakeDiscord();
  discord.server.guilds.push(second.server);
  const adapter = await adapterIn({ apiUrl: discord.apiUrl });
  expect(await adapter.tenants()).toEqual([`discord:${guild}`, `discord:${second.server}`]);
  await discord.close();
  expect(await adapter.tenants()).toEqual(['discord:any']);
});
