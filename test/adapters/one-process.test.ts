import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startFakeDiscord } from '../fakes/discord/fake-discord.ts';
import { messageCreate, slashCommand } from '../fakes/discord/payloads.ts';
import { startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { mention } from '../fakes/slack/payloads.ts';
import { until } from '../support/until.ts';

/** Both adapters in a process of their own: what Vitest has loaded before would decide whose connections are shared. */
async function bothIn(order: string[]) {
  const [slack, discord] = [await startFakeSlack(), await startFakeDiscord()];
  const addresses = { SLACK_API_URL: slack.apiUrl, DISCORD_API_URL: discord.apiUrl };
  const child = spawn(process.execPath, ['test/adapters/one-process.ts', ...order], {
    env: { ...process.env, ...addresses },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  const close = async () => {
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
    await Promise.all([slack.close(), discord.close()]);
  };
  return { slack, discord, close };
}

test.each([[['slack', 'discord']], [['discord', 'slack']]])(
  'in a process that serves %s, both answer with files',
  async (order) => {
    const { slack, discord, close } = await bothIn(order);
    try {
      const [channel = ''] = discord.channels;
      discord.send('MESSAGE_CREATE', messageCreate('<@400000000000000001> export that', { channel }));
      discord.interact(slashCommand('status', {}, { channel }));
      slack.send('events_api', mention('export that'));
      const shared = () => slack.files.filter((f) => f.channel);
      await until(() => discord.server.messages.length === 2 && shared().length === 1, 'both answers');
      const files = discord.server.messages.map((m) => m.files.map((f) => [f.name, f.bytes.toString()]));
      expect(files).toEqual([[['attacks.csv', 'id\n1\n']], [['attacks.csv', 'id\n1\n']]]);
      expect(shared()[0]?.bytes?.toString()).toBe('id\n1\n');
    } finally {
      await close();
    }
  },
);
