import { fileURLToPath } from 'node:url';
import type { Adapter } from '../adapters/adapter.ts';
import { isShard } from '../adapters/discord/is-shard.ts';
import type { Dispatcher } from '../app/dispatcher.ts';
import type { Dependencies } from '../app/ports.ts';
import type { Config } from '../config/config.ts';

/** Whether this process is one of Discord's shards. Asked at once: their manager sets the same variable in its own process. */
export const isShardProcess = isShard(process.env);
const program = fileURLToPath(new URL('./start.js', import.meta.url));

/** The platforms' libraries are loaded only where they are configured: a question on the command line needs none. */
export async function createAdapters(config: Config, desk: Dispatcher, { log }: Dependencies): Promise<Adapter[]> {
  const options = { zone: config.zone, locale: config.locale, log };
  const { slack, discord } = config;
  const adapters: Adapter[] = [];
  // A shard's process is Discord's alone.
  if (slack && !isShardProcess) {
    const { createSlack } = await import('../adapters/slack/slack.ts');
    adapters.push(createSlack(slack, desk, options));
  }
  if (discord && (isShardProcess || discord.shards === undefined)) {
    const { createDiscord } = await import('../adapters/discord/discord.ts');
    adapters.push(createDiscord(discord, desk, options));
  } else if (discord) {
    const { createShards } = await import('../adapters/discord/shards.ts');
    adapters.push(createShards(discord, program, desk, log));
  }
  return adapters;
}
