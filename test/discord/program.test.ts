import { expect, test } from 'vitest';
import { startFakeDiscord } from '../fakes/discord/fake-discord.ts';
import { slashCommand } from '../fakes/discord/payloads.ts';
import { startProgram } from '../support/program.ts';
import { until } from '../support/until.ts';

const discordAt = (apiUrl: string) => ({ DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: apiUrl });

test('npm start with Discord’s token: one line, answers, and a graceful end', async () => {
  const discord = await startFakeDiscord();
  const { child, told, ended } = startProgram(discordAt(discord.apiUrl));
  await until(() => told.out.includes('\n'), 'the line', 30_000);
  expect(told.out).toBe('Discord: connected as Sitrep to 1 server.\n');
  discord.interact(slashCommand('ask', { question: 'attacks in Iraq' }, { channel: discord.channels[0] ?? '' }));
  await until(() => discord.server.messages.length === 1, 'an answer');
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(told.err).toBe('');
  await discord.close();
});

test('a bad token is one clear line and exit status 1', async () => {
  const discord = await startFakeDiscord();
  discord.control.rule = () => ({ status: 401 });
  const { told, ended } = startProgram(discordAt(discord.apiUrl));
  expect(await ended).toBe(1);
  expect(told.err.trim().split('\n')).toEqual([
    expect.stringMatching(/^Discord: the token in DISCORD_TOKEN is not valid/),
  ]);
  await discord.close();
});

test('two shards are two processes, which end with the program', async () => {
  const discord = await startFakeDiscord({ shards: 2 });
  const { child, told, ended } = startProgram({ ...discordAt(discord.apiUrl), DISCORD_SHARDS: '2' });
  await until(() => told.out.includes('2 shards'), 'both shards', 40_000);
  expect(discord.gateway.counts.identified).toBe(2);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  await discord.close();
});
