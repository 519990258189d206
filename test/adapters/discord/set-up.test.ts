import { expect, test } from 'vitest';
import { menu } from '../../../commands/index.ts';
import { commandsOf } from '../../../src/adapters/discord/commands.ts';
import { stripMarkup } from '../../../src/adapters/discord/message-context.ts';
import { toCommandOptions } from '../../../src/adapters/discord/options.ts';
import { registerNow } from '../../../src/adapters/discord/register.ts';
import type { Command } from '../../../src/app/ports.ts';
import { ConfigError, readConfig } from '../../../src/config/config.ts';
import { hasSpec, wrongAbout } from '../../fakes/discord/check.ts';
import { startFakeDiscord } from '../../fakes/discord/fake-discord.ts';

const commands = commandsOf(menu, false);
const named = (name: string) => commands.find((c) => c.name === name) as { options: { name: string }[] };

test.skipIf(!hasSpec)('every command is one that Discord takes (needs discord-openapi.json)', () => {
  for (const one of commands) expect(wrongAbout('ApplicationCommandUpdateRequest', one)).toEqual([]);
});

test('options have the types, choices, limits and words of the menu', () => {
  expect(named('search').options).toEqual(
    expect.arrayContaining([
      { name: 'place', type: 3, description: expect.any(String), required: false, autocomplete: true },
      expect.objectContaining({ name: 'min-killed', type: 4, min_value: 0 }),
      expect.objectContaining({ name: 'limit', type: 4, min_value: 1, max_value: 100 }),
      expect.objectContaining({
        name: 'order',
        choices: expect.arrayContaining([{ name: 'deadliest', value: 'deadliest' }]),
      }),
      expect.objectContaining({ name: 'more', type: 5 }),
    ]),
  );
  expect(named('ask').options[0]).toMatchObject({ name: 'question', required: true });
  expect(named('ask')).toMatchObject({
    name_localizations: { fr: 'demander' },
    integration_types: [0, 1],
    contexts: [0, 1, 2],
  });
});

test('managers’ commands are hidden from others, unless the operator names managers', () => {
  expect(named('import')).toMatchObject({ default_member_permissions: 32 });
  expect(named('ask')).toMatchObject({ default_member_permissions: null });
  expect(commandsOf(menu, true).every((c) => !c.default_member_permissions)).toBe(true);
});

test('what Discord sends gets the names and shapes of the command', () => {
  const told = (name: string) => menu.find((c) => c.name === name) as Command;
  expect(toCommandOptions(told('search'), { 'min-killed': 20, place: 'Iraq' })).toEqual({
    minKilled: 20,
    place: 'Iraq',
  });
  expect(toCommandOptions(told('import'), { files: 'ucdp, https://example.org/a.csv', 'dry-run': true })).toEqual({
    files: ['ucdp', 'https://example.org/a.csv'],
    dryRun: true,
  });
});

test('npm run discord:register registers the menu, everywhere or in one server', async () => {
  const discord = await startFakeDiscord();
  const config = { token: 'a.b.c', apiUrl: discord.apiUrl };
  expect(await registerNow(config, menu)).toBe(`Discord: ${menu.length} commands of Sitrep registered everywhere.`);
  expect(await registerNow({ ...config, guild: '400000000000000002' }, menu)).toMatch(/in the server 4/);
  const hidden = () =>
    (discord.server.commands.at(-1) as { default_member_permissions?: string }[]).some(
      (c) => c.default_member_permissions,
    );
  expect(hidden()).toBe(true);
  await registerNow({ ...config, guild: '400000000000000002', managers: ['400000000000000101'] }, menu);
  expect(hidden()).toBe(false);
  const puts = discord.calls.filter((c) => c.method === 'PUT').map((c) => c.path);
  expect(puts).toEqual([
    'applications/400000000000000001/commands',
    'applications/400000000000000001/guilds/400000000000000002/commands',
    'applications/400000000000000001/guilds/400000000000000002/commands',
  ]);
  await discord.close();
});

test.each<[Record<string, string>, RegExp]>([
  [{ DISCORD_GUILD: '412345678901234567' }, /DISCORD_TOKEN is missing.*developers/],
  [{ DISCORD_TOKEN: 'nonsense' }, /DISCORD_TOKEN must be a bot token/],
  [{ DISCORD_TOKEN: 'a.b.c', DISCORD_MANAGER_ROLES: 'mods' }, /DISCORD_MANAGER_ROLES.*412345678901234567/],
  [{ DISCORD_TOKEN: 'a.b.c', DISCORD_SHARDS: 'many' }, /DISCORD_SHARDS must be auto or a number/],
])('%j: the error names the variable', (environment, words) => {
  expect(() => readConfig(environment)).toThrow(ConfigError);
  expect(() => readConfig(environment)).toThrow(words);
});

test('settings as they are read', () => {
  const told = {
    DISCORD_TOKEN: 'a.b.c',
    DISCORD_SHARDS: '2',
    DISCORD_MANAGERS: '412345678901234567, 412345678901234568',
  };
  expect(readConfig(told).discord).toEqual({
    token: 'a.b.c',
    shards: 2,
    managers: ['412345678901234567', '412345678901234568'],
  });
  expect(readConfig({}).discord).toBeUndefined();
});

test.each([
  ['<@400000000000000001> attacks near <#123> Samawah', 'attacks near Samawah'],
  ['<@!400000000000000001>  who <:sad:123> claimed it?', 'who claimed it?'],
  ['attacks on <t:1594760400:f>', 'attacks on 15 July 2020'],
  ['attacks in [Iraq](https://example.org/Syria_(a))', 'attacks in Iraq'],
])('%s', (written, words) => expect(stripMarkup(written, 'Asia/Baghdad')).toBe(words));
