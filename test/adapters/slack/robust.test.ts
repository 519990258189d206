import { expect, test } from 'vitest';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { openDatabase } from '../../../src/database/open.ts';
import { openAdapterStores } from '../../../src/server/container.ts';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.ts';
import { directMessage, mention, slashCommand } from '../../fakes/slack/payloads.ts';
import type { Workspace } from '../../fakes/slack/web-api.ts';
import { deskOver } from '../../support/desk.ts';
import { until } from '../../support/until.ts';
import { adapterIn } from './bot-in.ts';

/** Runs with a bot connected to a fresh Slack, and stops both. */
async function withBot(work: (slack: FakeSlack, adapter: Adapter) => Promise<void>, told: Partial<Workspace> = {}) {
  const slack = await startFakeSlack(told);
  const adapter = await adapterIn({ apiUrl: slack.apiUrl });
  try {
    await adapter.start();
    await work(slack, adapter);
  } finally {
    await adapter.stop();
    await slack.close();
  }
}

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

test('a mention is answered within 150 ms', () =>
  withBot(async (slack) => {
    const took: number[] = [];
    for (let i = 0; i < 21; i++) {
      const before = slack.messages.length;
      const start = performance.now();
      slack.send('events_api', mention(`attacks near Samawah in July 2020 with at least ${i} killed`));
      await until(() => slack.messages.length > before, 'an answer');
      took.push((slack.messages.at(-1)?.at ?? 0) - start);
    }
    expect(median(took)).toBeLessThan(150);
  }));

test('a thousand questions from fifty channels: all answered once, in order, through lost sockets and 429s', () => {
  const channels = Array.from({ length: 50 }, (_, i) => `C${100 + i}`);
  return withBot(
    async (slack) => {
      slack.control.rule = (method, n) =>
        /postMessage|users.info|setStatus/.test(method) && n % 20 === 0 ? { status: 429, retryAfter: 0 } : undefined;
      let sent = 0;
      for (let i = 0; i < 20; i++) {
        for (const channel of channels)
          slack.send('events_api', mention(`with at least ${i + 1} killed`, { channel, thread: '1594717000.000001' }));
        sent += channels.length;
        if (i === 6) slack.socket.drop('broken');
        if (i === 13) slack.socket.drop('disconnect');
        await new Promise((done) => setTimeout(done, 5));
      }
      const seen = slack.messages;
      await until(() => seen.length >= sent, `${sent} answers`, 60_000).catch((e) => {
        throw new Error(`${(e as Error).message}; there are ${seen.length}`);
      });
      await new Promise((done) => setTimeout(done, 300));
      expect(seen).toHaveLength(1000);
      expect(slack.calls.filter((c) => c.method === 'chat.postMessage').length).toBeGreaterThan(1000);
      for (const channel of channels) {
        const told = seen.filter((m) => m.channel === channel).map((m) => Number(/at least (\d+)/.exec(m.text)?.[1]));
        expect(told).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
      }
    },
    { channels: new Set(channels) },
  );
});

test('questions of one thread are answered in the order they came', () =>
  withBot(async (slack) => {
    const thread = '1594717000.000002';
    for (let i = 1; i <= 30; i++)
      slack.send('events_api', mention(`attacks with at least ${i} killed`, { thread, user: i % 2 ? 'U1' : 'U2' }));
    await until(() => slack.messages.length === 30, 'thirty answers');
    expect(slack.messages.map((m) => Number(/(?:at least|au moins) (\d+)/.exec(m.text)?.[1]))).toEqual(
      Array.from({ length: 30 }, (_, i) => i + 1),
    );
  }));

test('a 429 in one channel holds up no other', () =>
  withBot(async (slack) => {
    slack.control.rule = (method, n) =>
      method === 'chat.postMessage' && n === 1 ? { status: 429, retryAfter: 1 } : undefined;
    slack.send('events_api', mention('attacks in Iraq', { channel: 'C1' }));
    await until(() => slack.calls.some((c) => c.method === 'chat.postMessage'), 'the first try');
    slack.send('events_api', mention('attacks in Iraq', { channel: 'C2' }));
    await until(() => slack.messages.length === 2, 'both answers');
    expect(slack.messages.map((m) => m.channel)).toEqual(['C2', 'C1']);
  }));

test('a 5xx is tried again', () =>
  withBot(async (slack) => {
    slack.control.rule = (method, n) => (method === 'chat.postMessage' && n < 3 ? { status: 503 } : undefined);
    slack.send('events_api', mention('attacks in Iraq'));
    await until(() => slack.messages.length === 1, 'an answer');
  }));

test('the same event again, also after a restart, is answered once', async () => {
  const kept = openAdapterStores(await openDatabase(':memory:'));
  const slack = await startFakeSlack();
  const event = mention('attacks in Iraq');
  for (let run = 0; run < 2; run++) {
    const adapter = await adapterIn({ apiUrl: slack.apiUrl, desk: await deskOver(kept) });
    await adapter.start();
    slack.send('events_api', event);
    slack.send('events_api', event);
    await until(() => slack.socket.unacknowledged() === 0, 'acknowledged');
    await adapter.stop();
  }
  expect(slack.messages).toHaveLength(1);
  await slack.close();
});

test('buttons work after a restart', async () => {
  const kept = openAdapterStores(await openDatabase(':memory:'));
  const key = await kept.buttonPayloads.save(
    { question: 'x', steps: [{ ask: 'attacks in Iraq' }], thread: 't' },
    Date.now(),
  );
  const desk = await deskOver(kept);
  expect((await desk.buttonPayloads.find(key, Date.now()))?.steps).toEqual([{ ask: 'attacks in Iraq' }]);
  expect(await desk.buttonPayloads.find(key, Date.now() + 31 * 24 * 60 * 60 * 1000)).toBeUndefined();
});

test('stopping finishes what is in flight', () =>
  withBot(async (slack, adapter) => {
    slack.control.rule = (method, n) =>
      method === 'chat.postMessage' && n === 1 ? { status: 429, retryAfter: 1 } : undefined;
    slack.send('events_api', mention('attacks in Iraq'));
    await until(() => slack.calls.some((c) => c.method === 'chat.postMessage'), 'the first try');
    await adapter.stop();
    expect(slack.messages).toHaveLength(1);
  }));

test('a broken connection is mended at once', () =>
  withBot(async (slack) => {
    for (const how of ['broken', 'disconnect'] as const) {
      const before = slack.socket.connections();
      slack.socket.drop(how);
      await until(() => slack.socket.connections() > before, 'connected again', 3000);
    }
    slack.send('events_api', directMessage('attacks in Iraq'));
    await until(() => slack.messages.length === 1, 'an answer');
  }));

test('a 429 when it connects, and connects again, is waited for as long as Slack says', async () => {
  const slack = await startFakeSlack();
  const opened: number[] = [];
  let limited = true;
  slack.control.rule = (method) => {
    if (method !== 'apps.connections.open') return undefined;
    opened.push(performance.now());
    limited = !limited;
    return limited ? undefined : { status: 429, retryAfter: 1 };
  };
  const adapter = await adapterIn({ apiUrl: slack.apiUrl });
  expect(await adapter.start()).toMatch(/connected/);
  slack.socket.drop('broken');
  await until(() => slack.socket.connections() === 2, 'connected again');
  const [first = 0, second = 0, third = 0, fourth = 0] = opened;
  expect(second - first).toBeGreaterThanOrEqual(990);
  expect(fourth - third).toBeGreaterThanOrEqual(990);
  await adapter.stop();
  await slack.close();
});

test('a token revoked while it runs ends it with one clear line', () =>
  withBot(async (slack, adapter) => {
    slack.control.rule = (method) => (method === 'apps.connections.open' ? { error: 'invalid_auth' } : undefined);
    slack.socket.drop('broken');
    expect((await adapter.failed).message).toMatch(
      /SLACK_APP_TOKEN is not valid \(invalid_auth\)\. Make an app-level token/,
    );
  }));

test.each<[string, string, RegExp]>([
  ['auth.test', 'invalid_auth', /SLACK_BOT_TOKEN is not valid.*OAuth & Permissions/],
  ['auth.test', 'account_inactive', /SLACK_BOT_TOKEN.*removed/],
  ['apps.connections.open', 'not_allowed_token_type', /SLACK_APP_TOKEN.*connections:write/],
])('%s says %s: one line with the remedy', async (method, error, words) => {
  const slack = await startFakeSlack();
  slack.control.rule = (called) => (called === method ? { error } : undefined);
  const adapter = await adapterIn({ apiUrl: slack.apiUrl });
  await expect(adapter.start()).rejects.toThrow(words);
  await adapter.stop();
  await slack.close();
});

test('where the bot is no member, the asker is told how to invite it, and gets the answer', () =>
  withBot(async (slack) => {
    slack.send('events_api', mention('attacks in Iraq', { channel: 'C9' }));
    await until(() => slack.messages.length === 2, 'two direct messages');
    expect(slack.messages.map((m) => m.channel)).toEqual(['U1', 'U1']);
    expect(slack.messages[0]?.text).toMatch(/\/invite @Sitrep/);
  }));

test('when something breaks inside, the asker alone hears of it, with a reference', async () => {
  const slack = await startFakeSlack();
  const desk = await deskOver();
  const broken = {
    ...desk,
    dispatchText: async () => (await import('../../../src/answers/replies.ts')).composeFailed('7f3a'),
  };
  const adapter = await adapterIn({ apiUrl: slack.apiUrl, desk: broken });
  await adapter.start();
  slack.send('slash_commands', slashCommand('attacks', slack.responseUrl()));
  slack.send('events_api', mention('attacks'));
  await until(() => slack.messages.length === 2, 'two answers');
  for (const message of slack.messages)
    expect(message).toMatchObject({ user: 'U1', text: expect.stringMatching(/try again.*7f3a/) });
  await adapter.stop();
  await slack.close();
});

test('the asker’s zone and rights are asked for once', () =>
  withBot(async (slack) => {
    for (let i = 0; i < 5; i++) slack.send('events_api', mention('attacks yesterday'));
    await until(() => slack.messages.length === 5, 'five answers');
    expect(slack.calls.filter((c) => c.method === 'users.info')).toHaveLength(1);
  }));
