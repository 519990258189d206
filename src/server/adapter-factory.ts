import { fileURLToPath } from 'node:url';
import { isShard } from '../adapters/discord/is-shard.ts';
import type { Dispatcher } from '../app/dispatcher.ts';
import type { Dependencies } from '../app/ports.ts';
import { managersLine } from '../app/rights.ts';
import { openTenancy, type Tenancy } from '../app/tenancy.ts';
import type { Config } from '../config/config.ts';
import { createPlatform, type Platform } from './platform.ts';

/** Whether this process is one of Discord's shards. Read at startup, since their manager sets the same variable in its own process. */
export const isShardProcess = isShard(process.env);
const program = fileURLToPath(new URL('./start.js', import.meta.url));

interface Platforms {
  adapters: Platform[];
  /** Who may change the data, in one line; none where there is no platform. */
  managers: (() => Promise<string>)[];
  tenancy: Tenancy;
}

/** Creates the adapters that are configured, and loads only their libraries. */
export async function createAdapters(
  config: Config,
  dispatcher: Dispatcher,
  { log }: Dependencies,
): Promise<Platforms> {
  const { slack, discord } = config;
  const adapters: Platform[] = [];
  const served = async () => (await Promise.all(adapters.map((one) => one.tenants()))).flat();
  const tenancy = openTenancy(dispatcher.settings, served, { log });
  const options = { zone: config.zone, locale: config.locale, log, tenancy };
  // A shard's process serves only Discord.
  if (slack && !isShardProcess) {
    const { createSlack } = await import('../adapters/slack/slack.ts');
    adapters.push(createPlatform(() => createSlack(slack, dispatcher, options)));
  }
  if (discord && (isShardProcess || discord.shards === undefined)) {
    const { createDiscord } = await import('../adapters/discord/discord.ts');
    adapters.push(createPlatform(() => createDiscord(discord, dispatcher, options)));
  } else if (discord) {
    const { createShards } = await import('../adapters/discord/shards.ts');
    adapters.push(createPlatform(() => createShards(discord, program, dispatcher, log)));
  }
  const named = [slack?.managers, discord?.managers, discord?.managerRoles].flatMap((ids) => ids ?? []).length;
  const line = async () => managersLine(named, await tenancy.all());
  return { adapters, managers: adapters.length ? [line] : [], tenancy };
}
