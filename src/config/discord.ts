import { z } from 'zod';
import { listed, need } from './need.ts';

const snowflakes = (wrong: string) =>
  z.string().regex(/^\d{15,20}(\s*,\s*\d{15,20})*$/, `${wrong}; write it like 412345678901234567`);

export const discordVariables = {
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, 'is no bot token; copy it from Bot, Reset Token')
    .optional(),
  DISCORD_GUILD: snowflakes('is no server id').optional(),
  DISCORD_MANAGERS: snowflakes('is no list of user ids').optional(),
  DISCORD_MANAGER_ROLES: snowflakes('is no list of role ids').optional(),
  DISCORD_SHARDS: z
    .union([z.literal('auto'), z.coerce.number().int().positive()], 'is neither auto nor a number')
    .optional(),
  DISCORD_API_URL: z.url('is no address').optional(),
};

const variables = z.object(discordVariables);

export interface DiscordConfig {
  token: string;
  /** Where the commands are registered; undefined: everywhere. */
  guild?: string;
  /** User ids of those who may change the shared data; undefined, and no roles: who may manage the single server. */
  managers?: string[];
  /** The same as ids of roles. */
  managerRoles?: string[];
  /** How many processes share the servers among them; undefined: one. */
  shards?: number | 'auto';
  /** Another address of the API: a proxy, or a test. */
  apiUrl?: string;
}

/** Undefined when nothing of Discord is set. */
export function discordOf(v: z.infer<typeof variables>): DiscordConfig | undefined {
  const set = Object.keys(v).some((name) => name.startsWith('DISCORD_'));
  if (!set) return undefined;
  return {
    token:
      v.DISCORD_TOKEN ??
      need('DISCORD_TOKEN', 'the bot cannot log in without it', 'Find it at discord.com/developers/applications, Bot'),
    ...(v.DISCORD_GUILD ? { guild: v.DISCORD_GUILD } : {}),
    ...(v.DISCORD_MANAGERS ? { managers: listed(v.DISCORD_MANAGERS) } : {}),
    ...(v.DISCORD_MANAGER_ROLES ? { managerRoles: listed(v.DISCORD_MANAGER_ROLES) } : {}),
    ...(v.DISCORD_SHARDS ? { shards: v.DISCORD_SHARDS } : {}),
    ...(v.DISCORD_API_URL ? { apiUrl: v.DISCORD_API_URL } : {}),
  };
}
