import { z } from 'zod';
import { missing, parseList } from './config-error.ts';

/** Ids of Discord, one or several separated by commas. */
const snowflakes = (must: string) =>
  z.string().regex(/^\d{15,20}(\s*,\s*\d{15,20})*$/, `${must}, e.g. 412345678901234567`);

export const discordVariables = {
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, 'must be a bot token; copy it from Bot, Reset Token')
    .optional(),
  DISCORD_GUILD: snowflakes('must be a server id').optional(),
  DISCORD_MANAGERS: snowflakes('must be a list of user ids').optional(),
  DISCORD_MANAGER_ROLES: snowflakes('must be a list of role ids').optional(),
  DISCORD_SHARDS: z
    .union([z.literal('auto'), z.coerce.number().int().positive()], 'must be auto or a number')
    .optional(),
  DISCORD_API_URL: z.url('must be a URL').optional(),
};

const variables = z.object(discordVariables);

export interface DiscordConfig {
  token: string;
  /** The only server to register the commands in; undefined: all. */
  guild?: string;
  /** User ids of those who may change the shared data; undefined, and no roles: those who may manage the bot's single server. */
  managers?: string[];
  /** The same as ids of roles. */
  managerRoles?: string[];
  /** How many processes share the servers; undefined: one. */
  shards?: number | 'auto';
  /** Overrides the URL of the API: a proxy, or a test. */
  apiUrl?: string;
}

/** Undefined where no variable of Discord is set. Throws ConfigError. */
export function discordOf(v: z.infer<typeof variables>): DiscordConfig | undefined {
  const configured = Object.keys(v).some((name) => name.startsWith('DISCORD_'));
  if (!configured) return undefined;
  return {
    token:
      v.DISCORD_TOKEN ??
      missing(
        'DISCORD_TOKEN',
        'the bot cannot log in without it',
        'Find it at discord.com/developers/applications, Bot',
      ),
    ...(v.DISCORD_GUILD ? { guild: v.DISCORD_GUILD } : {}),
    ...(v.DISCORD_MANAGERS ? { managers: parseList(v.DISCORD_MANAGERS) } : {}),
    ...(v.DISCORD_MANAGER_ROLES ? { managerRoles: parseList(v.DISCORD_MANAGER_ROLES) } : {}),
    ...(v.DISCORD_SHARDS ? { shards: v.DISCORD_SHARDS } : {}),
    ...(v.DISCORD_API_URL ? { apiUrl: v.DISCORD_API_URL } : {}),
  };
}
