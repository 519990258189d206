import { type APIGuild, type BaseInteraction, Routes } from 'discord.js';
import type { Tenant } from '../../app/rights.ts';
import type { DiscordConfig } from '../../config/config.ts';
import { restOf } from './rest.ts';

/** Somebody uses it who has installed it for themselves: no server of ours stands for them. */
export const isOwnInstall = ({
  authorizingIntegrationOwners: owners,
}: Partial<Pick<BaseInteraction, 'authorizingIntegrationOwners'>>): boolean =>
  owners !== undefined && owners[0] === undefined;

/** The ids of the servers Discord lists (at most 200 at once); undefined where it does not answer. */
async function listByRest(config: DiscordConfig): Promise<string[] | undefined> {
  try {
    const guilds = await restOf(config, { retries: 1, timeout: 5000 }).get(Routes.userGuilds());
    return (guilds as APIGuild[]).map(({ id }) => id);
  } catch {
    return undefined;
  }
}

/**
 * The servers the bot is in. `connected`: the ids of those the gateway knows; undefined while it is not connected, when
 * Discord is asked. A shard knows only its own, so with shards they may be any.
 */
export async function tenantsOf(
  config: DiscordConfig,
  connected: () => readonly string[] | undefined = () => undefined,
): Promise<Tenant[]> {
  const ids = config.shards === undefined ? (connected() ?? (await listByRest(config))) : undefined;
  return (ids ?? ['any']).map((id) => `discord:${id}` as const);
}
