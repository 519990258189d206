import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/fake-discord.ts';
import { chosen, messageCreate, ownMessage, pressed } from '../../fakes/discord/payloads.ts';
import { until } from '../../support/until.ts';
import { adapterIn } from './bot-in.ts';

let discord: FakeDiscord;
let adapter: Adapter;
let channel: string;
beforeEach(async () => {
  discord = await startFakeDiscord();
  channel = discord.channels[0] ?? '';
  adapter = await adapterIn({ apiUrl: discord.apiUrl });
  await adapter.start();
});
afterEach(async () => {
  await adapter.stop();
  await discord.close();
});

async function asked(question: string) {
  // A message, unlike a command, is waited for however long the first one takes.
  discord.send('MESSAGE_CREATE', messageCreate(`<@400000000000000001> ${question}`, { channel }));
  await until(() => discord.server.messages.length === 1, 'an answer');
  const [first] = discord.server.messages;
  const source = ownMessage(first?.id ?? '', channel, { ...first?.body } as Record<string, unknown>);
  return { source, components: first?.body.components?.flatMap((row) => row.components ?? []) ?? [] };
}
const dossier = async () => {
  await until(() => discord.server.messages.length === 2, 'the dossier');
  return discord.server.messages[1];
};

test('Details shows the dossier to the one who presses it alone', async () => {
  const { source, components } = await asked('who claimed the convoy attack?');
  const details = components.find(({ label }) => label === 'Details')?.custom_id ?? '';
  discord.interact(pressed(details, source, { channel, user: 2 }));
  expect(await dossier()).toMatchObject({ user: '400000000000000102' });
  expect(JSON.stringify((await dossier())?.body)).toMatch(/al-Araby al-Jadeed/);
});

test('a list has a menu of its incidents, whose dossiers are for the one who chooses', async () => {
  const { source, components } = await asked('latest incidents');
  const menu = components.find(({ custom_id }) => custom_id?.includes(':details'));
  const option = menu?.options?.[1];
  discord.interact(chosen(menu?.custom_id ?? '', option?.value ?? '', source, { channel }));
  expect(await dossier()).toMatchObject({ user: expect.any(String) });
  expect(JSON.stringify((await dossier())?.body)).toContain(option?.label.split(' · ')[1]?.slice(0, 12));
});
