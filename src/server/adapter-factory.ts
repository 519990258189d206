import { fileURLToPath } from 'node:url';
import type { Adapter } from '../adapters/adapter.ts';
import { isShard } from '../adapters/discord/is-shard.ts';
import type { Desk } from '../app/dispatcher.ts';
import type { Parts } from '../app/ports.ts';
import type { Config } from '../config/config.ts';

/** Whether this process is one of Discord's shards. Asked at once: their manager sets the same variable in its own process. */
export const shard = isShard(process.env);
const program = fileURLToPath(new URL('./start.js', import.meta.url));

/** The platforms' libraries are loaded only where they are configured: a question on the command line needs none. */
export async function adaptersOf(config: Config, desk: Desk, { log }: Parts): Promise<Adapter[]> {
  const options = { zone: config.zone, locale: config.locale, log };
  const { slack, discord } = config;
  const adapters: Adapter[] = [];
  // A shard's process is Discord's alone.
  if (slack && !shard) {
    const { createSlack } = await import('../adapters/slack/slack.ts');
    adapters.push(createSlack(slack, desk, options));
  }
  if (discord && (shard || discord.shards === undefined)) {
    const { createDiscord } = await import('../adapters/discord/discord.ts');
    adapters.push(createDiscord(discord, desk, options));
  } else if (discord) {
    const { createShards } = await import('../adapters/discord/shards.ts');
    adapters.push(createShards(discord, program, desk, log));
  }
  return adapters;
}
