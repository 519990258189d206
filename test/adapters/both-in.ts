import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startFakeDiscord } from '../fakes/discord/fake-discord.ts';
import { startFakeSlack } from '../fakes/slack/fake-slack.ts';

interface Told {
  /** Every answer has a file. */
  files?: boolean;
  slack?: Parameters<typeof startFakeSlack>[0];
  discord?: Parameters<typeof startFakeDiscord>[0];
}

/** Both adapters in a process of their own: what Vitest has loaded before would decide whose connections are shared. */
export async function bothIn(order: readonly string[], told: Told = {}) {
  const [slack, discord] = [await startFakeSlack(told.slack), await startFakeDiscord(told.discord)];
  const addresses = { SLACK_API_URL: slack.apiUrl, DISCORD_API_URL: discord.apiUrl };
  const child = spawn(process.execPath, ['test/adapters/one-process.ts', ...order], {
    env: { ...process.env, ...addresses, ...(told.files ? { FILES: '1' } : {}) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  const close = async () => {
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
    await Promise.all([slack.close(), discord.close()]);
  };
  return { slack, discord, close };
}
