import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/database/open.ts';
import { openIncidents } from '../../../src/incidents/store/index.ts';
import { applyTo, incidentOf } from '../../alerts/alert-world.ts';
import { startFakeDiscord } from '../../fakes/discord/fake-discord.ts';
import { slashCommand } from '../../fakes/discord/payloads.ts';
import { startProgram } from '../../support/program.ts';
import { until } from '../../support/until.ts';

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

test('two shards are two processes, which tell an alert once and end with the program', async () => {
  const discord = await startFakeDiscord({ shards: 2 });
  const { child, told, ended, db } = startProgram({ ...discordAt(discord.apiUrl), DISCORD_SHARDS: '2' });
  await until(() => told.out.includes('2 shards'), 'both shards', 40_000);
  expect(discord.gateway.counts.identified).toBe(2);
  const [channel = ''] = discord.channels;
  discord.interact(slashCommand('subscribe', { question: 'attacks near Samawah', confirm: true }, { channel }));
  await until(() => discord.server.messages.length === 2, 'subscribed', 30_000);
  const store = await openIncidents(await openDatabase(db));
  const today = new Date().toISOString().slice(0, 10);
  await applyTo(store, [incidentOf(1, { when: { start: today, end: today, precision: 'day' } })]);
  await until(() => discord.server.messages.length === 3, 'the alert', 30_000);
  await new Promise((done) => setTimeout(done, 600));
  expect(discord.server.messages.map((m) => m.body.content?.slice(0, 26))).toEqual([
    expect.stringMatching(/^Subscribed by/),
    expect.stringMatching(/^Done: subscription #1/),
    'Reported: Ambush number 1.',
  ]);
  await store.close();
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  await discord.close();
});
