import { expect, test } from 'vitest';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { composeFailed } from '../../../src/answers/replies.ts';
import type { Dispatcher } from '../../../src/app/dispatcher.ts';
import { openDatabase } from '../../../src/database/open.ts';
import { openAdapterStores } from '../../../src/server/container.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/fake-discord.ts';
import { messageCreate, ownMessage, pressed, slashCommand } from '../../fakes/discord/payloads.ts';
import { deskOver } from '../../support/desk.ts';
import { until } from '../../support/until.ts';
import { adapterIn } from './bot-in.ts';

type Work = (discord: FakeDiscord, adapter: Adapter, channel: string) => Promise<void>;

/** Runs with a bot connected to a fresh Discord, and stops both. */
async function withBot(work: Work, told: Parameters<typeof startFakeDiscord>[0] = {}, desk?: Dispatcher) {
  const discord = await startFakeDiscord(told);
  const adapter = await adapterIn({ apiUrl: discord.apiUrl, ...(desk ? { desk } : {}) });
  try {
    await adapter.start();
    await work(discord, adapter, discord.channels[0] ?? '');
  } finally {
    await adapter.stop();
    await discord.close();
  }
}

/** A desk that takes its time. */
async function slowDesk(milliseconds: number): Promise<Dispatcher> {
  const desk = await deskOver();
  return {
    ...desk,
    async run(name, options, from) {
      await new Promise((done) => setTimeout(done, milliseconds));
      return name === 'help' ? composeFailed('7f3a') : desk.run(name, options, from);
    },
  };
}

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const callbacks = (discord: FakeDiscord) => discord.calls.filter((c) => c.path.endsWith('/callback'));
const typesOf = (discord: FakeDiscord) => callbacks(discord).map((c) => (c.body as { type: number }).type);

test('a slash command is answered within 150 ms', () =>
  withBot(async (discord, _, channel) => {
    const took: number[] = [];
    for (let i = 0; i < 21; i++) {
      const before = discord.server.messages.length;
      const start = performance.now();
      discord.interact(
        slashCommand('ask', { question: `attacks near Samawah with at least ${i} killed` }, { channel }),
      );
      await until(() => discord.server.messages.length > before, 'an answer');
      took.push((discord.server.messages.at(-1)?.at ?? 0) - start);
    }
    expect(median(took)).toBeLessThan(150);
  }));

test('a thousand interactions from fifty channels: all answered once, through lost gateways and 429s', () => {
  const channels = Array.from({ length: 50 }, (_, i) => String(600_000_000_000_000_100n + BigInt(i)));
  return withBot(
    async (discord) => {
      discord.control.rule = (_, path, n) => (path.endsWith('/callback') && n % 20 === 0 ? { status: 429 } : undefined);
      for (let i = 0; i < 20; i++) {
        for (const channel of channels) {
          const question = `attacks with at least ${i + 1} killed`;
          discord.interact(slashCommand('ask', { question }, { channel, user: i % 9 }));
        }
        if (i === 6) discord.gateway.drop('broken');
        if (i === 13) discord.gateway.drop('reconnect');
        // Discord waits three seconds for each: the next come when most are answered, however slow the machine is.
        const sent = (i + 1) * channels.length;
        await until(() => discord.server.messages.length >= sent - 50, `${sent} answers but 50`, 30_000);
      }
      await until(() => discord.server.messages.length >= 1000, 'all answers', 30_000).catch((e) => {
        throw new Error(`${(e as Error).message}; there are ${discord.server.messages.length}`);
      });
      await new Promise((done) => setTimeout(done, 300));
      expect(discord.server.messages).toHaveLength(1000);
      expect(discord.gateway.counts).toMatchObject({ identified: 1, resumed: 2 });
      expect(callbacks(discord).length).toBeGreaterThan(1000);
      for (const channel of channels) {
        const told = discord.server.messages.filter((m) => m.channel === channel);
        const numbers = told.map((m) => Number(/at least (\d+)/.exec(JSON.stringify(m.body))?.[1]));
        expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
      }
    },
    { channels },
  );
});

test('an invalid session is begun anew', () =>
  withBot(async (discord, _, channel) => {
    discord.gateway.drop('invalid');
    await until(() => discord.gateway.counts.identified === 2, 'identified again');
    discord.interact(slashCommand('status', {}, { channel }));
    await until(() => discord.server.messages.length === 1, 'an answer');
  }));

test('the same interaction delivered twice is answered once', () =>
  withBot(async (discord, _, channel) => {
    const told = slashCommand('status', {}, { channel });
    discord.interact(told);
    discord.send('INTERACTION_CREATE', told);
    await until(() => discord.server.messages.length === 1, 'an answer');
    await new Promise((done) => setTimeout(done, 100));
    expect(callbacks(discord)).toHaveLength(1);
  }));

test('what takes longer than two seconds is deferred with the command’s audience and edited', async () =>
  withBot(
    async (discord, _, channel) => {
      discord.interact(slashCommand('search', { place: 'Iraq' }, { channel }));
      discord.interact(slashCommand('status', {}, { channel, user: 2 }));
      await until(() => discord.server.messages.length === 2, 'both answers');
      expect(typesOf(discord)).toEqual([5, 5]);
      // Whichever is ready first: they are of two people.
      const [search, status] = discord.server.messages.toSorted((a, b) => (a.user ?? '').localeCompare(b.user ?? ''));
      expect(search).toMatchObject({ body: { content: expect.stringMatching(/Iraq/) } });
      expect(search?.user).toBeUndefined();
      expect(status?.user).toBe('400000000000000102');
    },
    {},
    await slowDesk(2300),
  ));

test('an error after a public deferral is still the asker’s alone', async () => {
  const desk = await slowDesk(2300);
  const help = desk.menu.find((c) => c.name === 'help');
  const loud = { ...desk, menu: desk.menu.map((c) => (c === help ? { ...c, audience: 'everyone' as const } : c)) };
  return withBot(
    async (discord, _, channel) => {
      discord.interact(slashCommand('help', {}, { channel }));
      await until(() => discord.server.messages.length === 1, 'an answer');
      expect(discord.server.messages[0]).toMatchObject({
        user: expect.any(String),
        body: { content: expect.stringMatching(/7f3a/) },
      });
    },
    {},
    loud,
  );
});

test('a 5xx on the first answer is tried again', () =>
  withBot(async (discord, _, channel) => {
    let failed = 0;
    discord.control.rule = (_m, path) => (path.endsWith('/callback') && failed++ === 0 ? { status: 502 } : undefined);
    discord.interact(slashCommand('status', {}, { channel }));
    await until(() => discord.server.messages.length === 1, 'an answer');
  }));

test('buttons work after a restart, and expired ones say so', async () => {
  const kept = openAdapterStores(await openDatabase(':memory:'));
  const key = await kept.buttonPayloads.save(
    { question: 'x', steps: [{ ask: 'attacks in Iraq' }], thread: 't' },
    Date.now(),
  );
  await withBot(
    async (discord, _, channel) => {
      const message = ownMessage('700000000000000001', channel, {});
      discord.interact(pressed(`${key}:0`, message, { channel }));
      await until(() => discord.server.messages.length === 1, 'an answer');
      expect(discord.server.messages[0]?.body.content).toMatch(/Iraq/);
      discord.interact(pressed('gone:0', message, { channel }));
      await until(() => discord.server.messages.length === 2, 'an answer');
      expect(discord.server.messages[1]).toMatchObject({
        user: expect.any(String),
        body: { content: expect.stringMatching(/expired/) },
      });
    },
    {},
    await deskOver(kept),
  );
});

test('missing permissions are named one by one, to the asker, with the answer', () => {
  const channel = '600000000000000001';
  const denied = { [channel]: String((1n << 11n) | (1n << 14n)) };
  return withBot(
    async (discord) => {
      discord.send('MESSAGE_CREATE', messageCreate('<@400000000000000001> attacks in Iraq', { channel }));
      await until(() => discord.server.messages.length === 1, 'a direct message');
      expect(discord.server.messages[0]?.channel).toMatch(/^5/);
      expect(discord.server.messages[0]?.body.content).toMatch(/“Send Messages” and “Embed Links”.*Permissions/);
    },
    { denied },
  );
});

test('managers’ commands are refused to others, also when Discord lets them through', () =>
  withBot(async (discord, _, channel) => {
    discord.interact(slashCommand('import', { files: 'ucdp' }, { channel, manages: false }));
    await until(() => discord.server.messages.length === 1, 'an answer');
    expect(discord.server.messages[0]).toMatchObject({
      user: expect.any(String),
      body: { content: expect.stringMatching(/Only managers/) },
    });
  }));

test('in direct messages anyone may set their own zone', () =>
  withBot(async (discord) => {
    const channel = '500000000000000101';
    discord.interact(slashCommand('settings', { zone: 'Asia/Kabul' }, { channel, direct: true }));
    await until(() => discord.server.messages.length === 1, 'an answer');
    expect(JSON.stringify(discord.server.messages[0]?.body)).toMatch(/Asia\/Kabul/);
  }));

test('stopping finishes what is in flight', async () => {
  const discord = await startFakeDiscord();
  const adapter = await adapterIn({ apiUrl: discord.apiUrl, desk: await slowDesk(500) });
  await adapter.start();
  discord.interact(slashCommand('search', { place: 'Iraq' }, { channel: discord.channels[0] ?? '' }));
  await new Promise((done) => setTimeout(done, 100));
  await adapter.stop();
  expect(discord.server.messages).toHaveLength(1);
  await discord.close();
});

test('a token taken back while it runs ends it with one clear line', () =>
  withBot(async (discord, adapter) => {
    discord.gateway.drop(4004);
    expect((await adapter.failed).message).toMatch(/DISCORD_TOKEN is not valid any more.*Reset Token/);
  }));

test.each<[string, (discord: FakeDiscord) => void, RegExp]>([
  [
    'a bad token',
    (d) => {
      d.control.rule = () => ({ status: 401 });
    },
    /DISCORD_TOKEN is not valid\..*Reset Token/,
  ],
  ['intents that are refused', (d) => d.gateway.set({ refuse: 4014 }), /refused the intents/],
  ['a gateway that says nothing', (d) => d.gateway.set({ silent: true }), /did not answer in time.*discordstatus/],
])('%s: one line with the remedy', async (_, prepare, words) => {
  const discord = await startFakeDiscord();
  prepare(discord);
  const adapter = await adapterIn({ apiUrl: discord.apiUrl, patience: 1500 });
  await expect(adapter.start()).rejects.toThrow(words);
  await discord.close();
});

test('no Discord at all: one line with the remedy', async () => {
  const adapter = await adapterIn({ apiUrl: 'http://127.0.0.1:9/api', patience: 3000 });
  await expect(adapter.start()).rejects.toThrow(/could not be reached.*Check the network/);
});
