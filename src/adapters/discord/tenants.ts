import { type APIGuild, type BaseInteraction, Routes } from 'discord.js';
import { plural } from '../../answers/messages/english/text.ts';
import type { Tenants } from '../../app/rights.ts';
import type { DiscordConfig } from '../../config/config.ts';
import type { Settings } from '../../settings/settings.ts';
import { restOf } from './rest.ts';

const scope = 'discord';
const name = 'installed by people';

/** Somebody uses it who has installed it for themselves: no server of ours stands for them. */
const isOwnInstall = ({
  authorizingIntegrationOwners: owners,
}: Pick<BaseInteraction, 'authorizingIntegrationOwners'>) => owners[0] === undefined;

/** Remembers, for good, that people are served who have installed it for themselves. */
export async function rememberInstall(
  asked: Partial<Pick<BaseInteraction, 'authorizingIntegrationOwners'>>,
  settings: Settings,
): Promise<void> {
  const { authorizingIntegrationOwners } = asked;
  if (authorizingIntegrationOwners === undefined || !isOwnInstall({ authorizingIntegrationOwners })) return;
  if ((await settings.get(scope, name)) !== true) await settings.put(scope, name, true);
}

/** How many servers Discord says there are (it tells at most 200 at once); undefined where it does not answer. */
async function countByRest(config: DiscordConfig): Promise<number | undefined> {
  try {
    const guilds = await restOf(config, { retries: 1, timeout: 5000 }).get(Routes.userGuilds());
    return (guilds as APIGuild[]).length;
  } catch {
    return undefined;
  }
}

/**
 * The servers the bot is in, and people's own installs. `connected`: how many the gateway knows; undefined while it is
 * not connected, when Discord is asked. A shard knows only its own.
 */
export async function tenantsOf(
  config: DiscordConfig,
  settings: Settings,
  connected: () => number | undefined = () => undefined,
): Promise<Tenants[]> {
  const sharded = config.shards !== undefined;
  const count = sharded ? undefined : (connected() ?? (await countByRest(config)));
  const words = count === undefined ? 'any number of Discord servers' : plural(count, 'Discord server');
  const people = { words: 'people who installed it for themselves', count: undefined };
  return [{ words, count }, ...((await settings.get(scope, name)) === true ? [people] : [])];
}
