import { expect, test } from 'vitest';
import type { Attachment } from '../../../src/answers/document/attachment.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/fake-discord.ts';
import { messageCreate, slashCommand } from '../../fakes/discord/payloads.ts';
import { deskWith, fileOf } from '../../support/file-answer.ts';
import { until } from '../../support/until.ts';
import { adapterIn } from './bot-in.ts';

const bot = '<@400000000000000001>';
const channel = '600000000000000001';
const attachFiles = String(1n << 15n);
const csv = fileOf('attacks.csv', 'id,killed\n1,2\n');

async function withFiles(files: Attachment[], work: (discord: FakeDiscord) => Promise<void>, denied = {}) {
  const discord = await startFakeDiscord({ denied });
  const desk = await deskWith(files);
  const adapter = await adapterIn({
    apiUrl: discord.apiUrl,
    desk: { ...desk, run: (_, __, from) => desk.dispatchText('', from) },
  });
  try {
    await adapter.start();
    await work(discord);
  } finally {
    await adapter.stop();
    await discord.close();
  }
}

async function answered(discord: FakeDiscord, how: 'mention' | 'command') {
  if (how === 'mention') discord.send('MESSAGE_CREATE', messageCreate(`${bot} export that`, { channel }));
  else discord.interact(slashCommand('status', {}, { channel }));
  await until(() => discord.server.messages.length === 1, 'an answer');
  return discord.server.messages[0];
}

test.each(['mention', 'command'] as const)('a %s is answered with the files and their descriptions', (how) =>
  withFiles([csv, fileOf('chart.png', 'x', 'June 3')], async (discord) => {
    const message = await answered(discord, how);
    expect(message?.files.map((f) => [f.name, f.bytes.toString()])).toEqual([
      ['attacks.csv', 'id,killed\n1,2\n'],
      ['chart.png', 'x'],
    ]);
    expect(message?.body.attachments?.map((a) => a.description)).toEqual(['The words of attacks.csv', 'June 3']);
  }),
);

test('a file that Discord does not take is said to be too large, with the remedy', () =>
  withFiles([fileOf('large.csv', new Uint8Array(10 * 1024 * 1024 + 1)), csv], async (discord) => {
    const message = await answered(discord, 'mention');
    expect(message?.files.map((f) => f.name)).toEqual(['attacks.csv']);
    expect(JSON.stringify(message?.body.embeds)).toMatch(/Too large.*10 MB.*large.csv .*10 MB.*xlsx/);
  }));

test('where the channel allows no files the answer says which permission is missing', () =>
  withFiles(
    [csv],
    async (discord) => {
      const message = await answered(discord, 'mention');
      expect(message?.files).toEqual([]);
      expect(JSON.stringify(message?.body.embeds)).toMatch(/Attach Files/);
    },
    { [channel]: attachFiles },
  ));

test('a file that cannot be made is said to be missing, and the answer comes all the same', () =>
  withFiles([{ ...csv, use: async () => Promise.reject(new Error('disk full')) }], async (discord) => {
    const message = await answered(discord, 'command');
    expect(message?.files).toEqual([]);
    expect(JSON.stringify(message?.body.embeds)).toMatch(/attacks\.csv could not be made just now/);
  }));
