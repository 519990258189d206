import { type BaseInteraction, type Message, PermissionFlagsBits } from 'discord.js';
import type { RequestContext } from '../../app/dispatcher.ts';
import { rightsOf, type Standing, type Tenant } from '../../app/rights.ts';
import type { Tenancy } from '../../app/tenancy.ts';
import type { DiscordConfig } from '../../config/config.ts';
import { settingsOf } from '../../settings/channel-settings.ts';
import type { Settings } from '../../settings/settings.ts';
import { isOwnInstall } from './tenants.ts';

export interface Defaults {
  zone: string;
  locale: string;
  settings: Settings;
  config: DiscordConfig;
  /** Whom all processes serve on all platforms. */
  tenancy: Tenancy;
  now(): Date;
}

type DiscordMessageContext = Pick<
  BaseInteraction,
  'guildId' | 'channelId' | 'member' | 'memberPermissions' | 'user'
> & {
  authorizingIntegrationOwners?: BaseInteraction['authorizingIntegrationOwners'];
  channel: { isThread(): boolean } | null;
  locale?: string;
  /** The message it was said in, for a mention. */
  said?: string;
};

/** How the asker stands. In direct messages nobody manages a server. */
function standingOf(
  { user, member, memberPermissions }: DiscordMessageContext,
  { managers, managerRoles }: DiscordConfig,
): Standing {
  const roles = member === null ? [] : Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
  return {
    named: Boolean(managers?.includes(user.id) || roles.some((role) => managerRoles?.includes(role))),
    admin: memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
    appointed: managers !== undefined || managerRoles !== undefined,
    where: 'DISCORD_MANAGERS or DISCORD_MANAGER_ROLES',
  };
}

/** All tenants; the asker's own server or install counts, whatever is recorded. */
async function tenantsWith(heard: DiscordMessageContext, tenancy: Tenancy): Promise<Tenant[]> {
  if (isOwnInstall(heard)) {
    await tenancy.seen('discord:install');
    return [...(await tenancy.all()), 'discord:install'];
  }
  return [...(await tenancy.all()), ...(heard.guildId ? [`discord:${heard.guildId}` as const] : [])];
}

/** Who asks, from where: the same for a mention, a message, a command and a button. */
export async function toRequestContext(
  heard: DiscordMessageContext,
  defaults: Defaults,
  thread = threadOf(heard),
): Promise<RequestContext> {
  const channel = { platform: 'discord' as const, id: heard.channelId ?? heard.user.id };
  const tenants = await tenantsWith(heard, defaults.tenancy);
  const set = await settingsOf(defaults.settings, channel);
  return {
    asker: {
      id: heard.user.id,
      name: heard.user.displayName,
      locale: set.locale ?? heard.locale ?? defaults.locale,
      timeZone: set.zone ?? defaults.zone,
      ...rightsOf(standingOf(heard, defaults.config), tenants),
    },
    channel: { ...channel, kind: heard.guildId ? 'channel' : 'direct' },
    thread,
    askedAt: defaults.now(),
  };
}

/** A server's channel has many talks at once: one for each mention, and each asker's own for commands. */
function threadOf({ guildId, channelId, channel, user, said }: DiscordMessageContext): string {
  const alone = !guildId || channel?.isThread();
  return alone ? `discord:${channelId}` : `discord:${channelId}:${said ?? `commands:${user.id}`}`;
}

/** A message as something heard. */
export const toMessageContext = (message: Message): DiscordMessageContext => ({
  guildId: message.guildId,
  channelId: message.channelId,
  channel: message.channel,
  said: message.id,
  member: message.member,
  memberPermissions: message.member?.permissions ?? null,
  user: message.author,
  ...(message.guild ? { locale: message.guild.preferredLocale } : {}),
});

/** What a person wrote, without Discord's markup: mentions, emoji and time stamps go. */
export const stripMarkup = (text: string): string =>
  text
    .replace(/<(?:@[!&]?|#)\d+>|<a?:\w+:\d+>|<t:-?\d+(?::\w)?>|<\/[^:>]+:\d+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
