import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/fake-discord.ts';
import { messageCreate, ownMessage, pressed, slashCommand } from '../../fakes/discord/payloads.ts';
import { until } from '../../support/until.ts';
import { adapterIn } from './bot-in.ts';

const bot = '<@400000000000000001>';
const direct = '500000000000000101';
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

type Created = ReturnType<typeof messageCreate>;
const answers = (many: number) => until(() => discord.server.messages.length >= many, `${many} answers`);
const pause = () => new Promise((done) => setTimeout(done, 150));
const textAt = (i: number) => JSON.stringify(discord.server.messages[i]?.body ?? {});
const idAt = (i: number) => discord.server.messages[i]?.id ?? '';
const ask = (words: string, more: Partial<Parameters<typeof messageCreate>[1]> = {}) => {
  const message = messageCreate(more.direct ? words : `${bot} ${words}`, { channel, ...more });
  discord.send('MESSAGE_CREATE', message);
  return message;
};
const edit = (message: Created, content: string, at = '2020-07-14T09:01:00.000Z') =>
  discord.send('MESSAGE_UPDATE', { ...message, content, edited_timestamp: at });
const remove = ({ id, channel_id, ...rest }: Created) =>
  discord.send('MESSAGE_DELETE', { id, channel_id, ...('guild_id' in rest ? { guild_id: rest.guild_id } : {}) });
const edits = () => discord.calls.filter((c) => c.method === 'PATCH').length;
const reply = (i: number) => ({ reply: { id: idAt(i), content: '', components: [], embeds: [] } });

describe('an edited question', () => {
  test('its answer is edited in place, once', async () => {
    const asked = ask('raids in Iraq');
    await answers(1);
    for (let i = 0; i < 3; i++) edit(asked, `${bot} airstrikes in Syria`);
    await until(() => /airstrike in Syria/.test(textAt(0)), 'the edit');
    await pause();
    expect(discord.server.messages).toHaveLength(1);
    expect(edits()).toBe(1);
  });

  test('while it is still being answered: the answer is that of the edited one', async () => {
    const asked = ask('raids in Iraq');
    edit(asked, `${bot} airstrikes in Syria`);
    await until(() => /airstrike in Syria/.test(textAt(0)), 'the edit');
    expect(discord.server.messages).toHaveLength(1);
  });

  test('in a direct message, as a follow-up: it goes on from what was before it', async () => {
    ask('incidents in Iraq', { channel: direct, direct: true });
    await answers(1);
    const asked = ask('and in Syria?', { channel: direct, direct: true });
    await answers(2);
    edit(asked, 'only raids');
    await until(() => /raid in Iraq/.test(textAt(1)), 'the edit');
  });

  test('an embed that Discord adds is no edit; a mention that is added is a new question', async () => {
    const asked = ask('raids in Iraq');
    await answers(1);
    discord.send('MESSAGE_UPDATE', { ...asked, embeds: [{ title: 'x' }] });
    edit(asked, asked.content);
    await pause();
    expect(edits()).toBe(0);
    const id = String(BigInt(Date.parse('2020-07-14T08:59:00Z') - 1_420_070_400_000) << 22n);
    const other = messageCreate('raids', { channel, id });
    discord.send('MESSAGE_CREATE', other);
    discord.send('MESSAGE_UPDATE', {
      ...messageCreate(`${bot} raids in Iraq`, { channel, id }),
      edited_timestamp: '2020-07-14T09:01:00.000Z',
    });
    await answers(2);
  });

  test('that is now for the asker alone: the public answer is withdrawn', async () => {
    const asked = ask('raids in Iraq');
    await answers(1);
    edit(asked, `${bot} show ucdp:0`);
    await answers(2);
    expect(textAt(0)).toMatch(/edited.*withdrawn/);
    expect(discord.server.messages[1]).toMatchObject({ channel: expect.stringMatching(/^5/) });
  });
});

describe('a deleted question', () => {
  test.each([false, true])('leaves a word in the place of its answer, once (direct: %s)', async (inDirect) => {
    const asked = ask('raids in Iraq', inDirect ? { channel: direct, direct: true } : {});
    await answers(1);
    remove(asked);
    remove(asked);
    await until(() => /deleted/.test(textAt(0)), 'the word');
    await pause();
    expect(discord.server.messages[0]?.body).toMatchObject({ embeds: [], components: [] });
    expect(edits()).toBe(1);
  });
});

describe('a reply goes on from the message it replies to', () => {
  test('a slash command’s answer', async () => {
    discord.interact(slashCommand('ask', { question: 'airstrikes in Syria' }, { channel }));
    await answers(1);
    discord.interact(slashCommand('ask', { question: 'raids in Iraq' }, { channel }));
    await answers(2);
    ask('how many?', reply(0));
    await answers(3);
    expect(textAt(2)).toMatch(/airstrike in Syria/);
  });

  test('an older answer of the same conversation', async () => {
    ask('airstrikes in Syria');
    await answers(1);
    ask('raids in Iraq', reply(0));
    await answers(2);
    ask('how many?', reply(0));
    await answers(3);
    expect(textAt(2)).toMatch(/airstrike in Syria/);
    ask('how many?', reply(1));
    await answers(4);
    expect(textAt(3)).toMatch(/raid in Iraq/);
  });

  test('a direct message', async () => {
    const there = { channel: direct, direct: true };
    ask('airstrikes in Syria', there);
    await answers(1);
    ask('raids in Iraq', there);
    await answers(2);
    ask('how many?', { ...there, ...reply(0) });
    await answers(3);
    expect(textAt(2)).toMatch(/airstrike in Syria/);
  });

  test('a button’s answer', async () => {
    discord.interact(slashCommand('search', { place: 'Iraq', limit: 1 }, { channel }));
    await answers(1);
    const [first] = discord.server.messages;
    const buttons = first?.body.components?.flatMap((row) => row.components ?? []) ?? [];
    const map = buttons.find(({ label }) => label === 'Map')?.custom_id ?? '';
    const source = ownMessage(first?.id ?? '', channel, { ...first?.body } as Record<string, unknown>);
    discord.interact(pressed(map, source, { channel, user: 2 }));
    await answers(2);
    ask('how many?', reply(1));
    await answers(3);
    expect(textAt(2)).toMatch(/in Iraq/);
  });
});

describe('for the asker alone', () => {
  const direct = /channels\/5\d+\/messages$/;

  test('where they accept no direct messages, the channel hears only that', async () => {
    discord.control.rule = (_, path) => (direct.test(path) ? { status: 403, code: 50007 } : undefined);
    ask('show ucdp:0');
    await answers(1);
    expect(discord.server.messages[0]?.channel).toBe(channel);
    expect(textAt(0)).toMatch(/may not send you direct messages/);
    expect(textAt(0)).not.toMatch(/ucdp:0/);
  });

  test('a message that Discord refuses comes once as plain text', async () => {
    let refused = 0;
    discord.control.rule = (method, path) =>
      method === 'POST' && path.endsWith('/messages') && refused++ === 0 ? { status: 400, code: 50035 } : undefined;
    ask('airstrikes in Syria');
    await answers(1);
    expect(discord.server.messages[0]?.body).toMatchObject({ embeds: [], components: [] });
    expect(textAt(0)).toMatch(/airstrike in Syria/);
  });

  test('a command’s answer that Discord refuses twice is said to be, with a reference', async () => {
    let refused = 0;
    discord.control.rule = (_, path) =>
      path.endsWith('/callback') && refused++ < 2 ? { status: 400, code: 50035 } : undefined;
    discord.interact(slashCommand('ask', { question: 'airstrikes in Syria' }, { channel }));
    await answers(1);
    expect(discord.server.messages[0]).toMatchObject({ user: expect.any(String) });
    expect(textAt(0)).toMatch(/could not be shown here.*ref [0-9a-f]{8}/);
  });
});

test('an interaction without its owners does not end the program', async () => {
  const { authorizing_integration_owners: _, ...told } = slashCommand('status', {}, { channel });
  discord.interact(told as ReturnType<typeof slashCommand>);
  await answers(1);
});
