import { describe, expect, test } from 'vitest';
import { startFakeDiscord } from '../fakes/discord/fake-discord.ts';
import { slashCommand as discordCommand, messageCreate } from '../fakes/discord/payloads.ts';
import { startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { directMessage, mention, slashCommand } from '../fakes/slack/payloads.ts';
import { startProgram } from '../support/program.ts';
import { until } from '../support/until.ts';
import { bothIn } from './both-in.ts';
import { describeAdapter } from './contract.ts';
import { discordDriver } from './discord/driver.ts';
import { slackDriver } from './slack/driver.ts';

const orders = [
  ['slack', 'discord'],
  ['discord', 'slack'],
];
const bot = '<@400000000000000001>';

describe.each(orders)('in a process that has loaded %s before %s', (...order) => {
  describeAdapter('Slack', async () => {
    const { slack, close } = await bothIn(order);
    return { ...slackDriver(slack), stop: close };
  });
  describeAdapter('Discord', async () => {
    const { discord, close } = await bothIn(order);
    return { ...discordDriver(discord), stop: close };
  });

  test('both answer with files', async () => {
    const { slack, discord, close } = await bothIn(order, { files: true });
    try {
      const [channel = ''] = discord.channels;
      discord.send('MESSAGE_CREATE', messageCreate(`${bot} export that`, { channel }));
      discord.interact(discordCommand('status', {}, { channel }));
      slack.send('events_api', mention('export that'));
      const shared = () => slack.files.filter((f) => f.channel);
      await until(() => discord.server.messages.length === 2 && shared().length === 1, 'both answers');
      const files = discord.server.messages.map((m) => m.files.map((f) => [f.name, f.bytes.toString()]));
      expect(files).toEqual([[['attacks.csv', 'id\n1\n']], [['attacks.csv', 'id\n1\n']]]);
      expect(shared()[0]?.bytes?.toString()).toBe('id\n1\n');
    } finally {
      await close();
    }
  });
});

test('a thousand mixed requests to both: all answered once, in order of their conversation', async () => {
  const slackChannels = Array.from({ length: 25 }, (_, i) => `C${100 + i}`);
  const channels = Array.from({ length: 25 }, (_, i) => String(600_000_000_000_000_100n + BigInt(i)));
  const { slack, discord, close } = await bothIn(['slack', 'discord'], {
    slack: { channels: new Set(slackChannels) },
    discord: { channels },
  });
  try {
    slack.control.rule = (method, n) =>
      /postMessage|setStatus/.test(method) && n % 25 === 0 ? { status: 429, retryAfter: 0 } : undefined;
    discord.control.rule = (_, path, n) =>
      /callback$|messages$/.test(path) && n % 25 === 0 ? { status: 429 } : undefined;
    const thread = '1594717000.000001';
    for (let round = 1; round <= 20; round++) {
      const words = `with at least ${round} killed`;
      slackChannels.forEach((channel, i) => {
        if (i % 5 === 4) slack.send('slash_commands', slashCommand(words, slack.responseUrl(channel), { channel }));
        else if (i % 5 === 3) slack.send('events_api', directMessage(words, { channel: `D${i}`, thread }));
        else slack.send('events_api', mention(words, { channel, thread }));
      });
      channels.forEach((channel, i) => {
        if (i % 2) discord.interact(discordCommand('ask', { question: words }, { channel }));
        else discord.send('MESSAGE_CREATE', messageCreate(words, { channel: `5${channel.slice(1)}`, direct: true }));
      });
      const sent = 50 * round;
      const seen = () => slack.messages.length + discord.server.messages.length;
      // Discord waits three seconds for each interaction: the next come when most are answered.
      await until(() => seen() >= sent - 10, `${sent} answers but 10`, 120_000);
    }
    const seen = () => slack.messages.length + discord.server.messages.length;
    await until(() => seen() >= 1000, 'all answers', 120_000);
    await new Promise((done) => setTimeout(done, 300));
    expect([slack.messages.length, discord.server.messages.length]).toEqual([500, 500]);
    const numbers = Array.from({ length: 20 }, (_, i) => i + 1);
    const byChannel = (all: { channel: string; words: string }[]) =>
      Object.values(Object.groupBy(all, ({ channel }) => channel)).map((told) =>
        told?.map(({ words }) => Number(/at least (\d+)/.exec(words)?.[1])),
      );
    const inSlack = slack.messages.map(({ channel, text }) => ({ channel, words: text }));
    const inDiscord = discord.server.messages.map(({ channel, body }) => ({ channel, words: JSON.stringify(body) }));
    for (const told of [...byChannel(inSlack), ...byChannel(inDiscord)]) expect(told).toEqual(numbers);
  } finally {
    await close();
  }
}, 300_000);

describe('a token that one platform refuses', () => {
  async function program() {
    const [slack, discord] = [await startFakeSlack(), await startFakeDiscord()];
    const both = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: slack.apiUrl };
    const run = () => startProgram({ ...both, DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: discord.apiUrl });
    return { slack, discord, run, close: () => Promise.all([slack.close(), discord.close()]) };
  }

  test('at the start is said, and the other answers', async () => {
    const { slack, discord, run, close } = await program();
    discord.control.rule = () => ({ status: 401 });
    const { child, told, ended } = run();
    await until(() => told.out.split('\n').length > 2, 'two lines', 30_000);
    expect(told.out).toMatch(/^Slack: connected as @sitrep/m);
    expect(told.out).toMatch(
      /^Discord: the token in DISCORD_TOKEN is not valid\..*Everything else goes on; Discord is tried again/m,
    );
    await until(() => /DISCORD_TOKEN is not valid/.test(told.err), 'the line in the log');
    slack.send('events_api', mention('attacks in Iraq'));
    await until(() => slack.messages.length === 1, 'an answer');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    await close();
  });

  test('while it runs is said, and the other answers; when both do, the program ends', async () => {
    const { slack, discord, run, close } = await program();
    const { told, ended } = run();
    await until(() => told.out.split('\n').length > 2, 'two lines', 30_000);
    slack.control.rule = (method) => (method === 'apps.connections.open' ? { error: 'invalid_auth' } : undefined);
    slack.socket.drop('broken');
    await until(() => /Everything else goes on; Slack is tried again/.test(told.out), 'the line');
    discord.interact(discordCommand('ask', { question: 'attacks in Iraq' }, { channel: discord.channels[0] ?? '' }));
    await until(() => discord.server.messages.length === 1, 'an answer');
    discord.gateway.drop(4004);
    expect(await ended).toBe(1);
    expect(told.err).toMatch(/DISCORD_TOKEN is not valid any more/);
    await close();
  });
});
