import { type BaseInteraction, type Message, PermissionFlagsBits } from 'discord.js';
import type { RequestContext } from '../../app/dispatcher.ts';
import { rightsOf, type Standing, type Tenant } from '../../app/rights.ts';
import type { Tenancy } from '../../app/tenancy.ts';
import type { DiscordConfig } from '../../config/config.ts';
import { settingsOf } from '../../settings/channel-settings.ts';
import type { Settings } from '../../settings/settings.ts';
import { plainWords } from '../plain-words.ts';
import { isOwnInstall } from './tenants.ts';

export interface Defaults {
  zone: string;
  locale: string;
  settings: Settings;
  config: DiscordConfig;
  /** The tenants of all processes on all platforms. */
  tenancy: Tenancy;
  now(): Date;
}

type ThreadContext = Pick<DiscordMessageContext, 'guildId' | 'channelId' | 'channel' | 'messageId'> & {
  user: { id: string };
};

type DiscordMessageContext = Pick<
  BaseInteraction,
  'guildId' | 'channelId' | 'member' | 'memberPermissions' | 'user'
> & {
  authorizingIntegrationOwners?: BaseInteraction['authorizingIntegrationOwners'];
  channel: { isThread(): boolean } | null;
  locale?: string;
  /** Of a mention's message. */
  messageId?: string;
};

/** The asker's standing. In direct messages nobody manages a server. */
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
  origin: DiscordMessageContext,
  defaults: Defaults,
  thread = threadOf(origin),
): Promise<RequestContext> {
  const channel = { platform: 'discord' as const, id: origin.channelId ?? origin.user.id };
  const tenants = await tenantsWith(origin, defaults.tenancy);
  const set = await settingsOf(defaults.settings, channel);
  return {
    asker: {
      id: origin.user.id,
      name: origin.user.displayName,
      locale: set.locale ?? origin.locale ?? defaults.locale,
      timeZone: set.zone ?? defaults.zone,
      ...rightsOf(standingOf(origin, defaults.config), tenants),
    },
    channel: origin.guildId
      ? { ...channel, kind: 'channel', tenant: `discord:${origin.guildId}` }
      : { ...channel, kind: 'direct' },
    thread,
    askedAt: defaults.now(),
  };
}

/** The key of the conversation under a message: of what replies to it. */
export const underMessage = (channel: string, message: string): string => `discord:${channel}:${message}`;

/** The conversation's key: in a server's channel one for each mention, and one for each asker's commands. */
export function threadOf({ guildId, channelId, channel, user, messageId }: ThreadContext): string {
  const alone = !guildId || channel?.isThread();
  return alone ? `discord:${channelId}` : underMessage(channelId ?? '', messageId ?? `commands:${user.id}`);
}

/** The origin of a message. */
export const toMessageContext = (message: Message): DiscordMessageContext => ({
  guildId: message.guildId,
  channelId: message.channelId,
  channel: message.channel,
  messageId: message.id,
  member: message.member,
  memberPermissions: message.member?.permissions ?? null,
  user: message.author,
  ...(message.guild ? { locale: message.guild.preferredLocale } : {}),
});

const dayIn = (seconds: string, zone: string): string => {
  const at = new Date(Number(seconds) * 1000);
  if (Number.isNaN(at.getTime())) return ' ';
  return at.toLocaleDateString('en-GB', { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' });
};

/**
 * The words of a message: mentions of people, roles and channels and custom emoji are removed, links become their labels
 * and timestamps days in the asker's zone.
 */
export const stripMarkup = (text: string, zone: string): string =>
  plainWords(
    text
      .replace(/<t:(-?\d{1,11})(?::\w)?>/g, (_, seconds) => dayIn(seconds, zone))
      .replace(/<(?:@[!&]?|#)\d+>|<a?:\w+:\d+>|<\/[^:>]+:\d+>|<id:\w+>/g, ' ')
      .replace(/\[([^\]\n]+)\]\(<?https?:(?:[^\s()]|\([^\s()]*\))+\)/g, '$1')
      .replace(/<(https?:[^\s>]+)>/g, '$1'),
  )
    .replace(/\s+/g, ' ')
    .trim();
