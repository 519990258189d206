import { type BaseInteraction, type Message, PermissionFlagsBits } from 'discord.js';
import type { RequestContext } from '../../app/dispatcher.ts';
import type { DiscordConfig } from '../../config/config.ts';
import { settingsOf } from '../../settings/channel-settings.ts';
import type { Settings } from '../../settings/settings.ts';

export interface Defaults {
  zone: string;
  locale: string;
  settings: Settings;
  config: DiscordConfig;
  now(): Date;
}

type DiscordMessageContext = Pick<BaseInteraction, 'guild' | 'channelId' | 'member' | 'memberPermissions' | 'user'> & {
  channel: { isThread(): boolean } | null;
  locale?: string;
  /** The message it was said in, for a mention. */
  said?: string;
};

/** Whether the asker may use managers' commands: a listed user, else a listed role, else who may manage the server. */
function mayManage(
  { user, member, memberPermissions, guild }: DiscordMessageContext,
  { managers, managerRoles }: DiscordConfig,
): boolean {
  if (managers?.includes(user.id)) return true;
  if (!guild && !member) return false;
  if (managerRoles) {
    const roles = member && (Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()]);
    return roles?.some((role) => managerRoles.includes(role)) ?? false;
  }
  return memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
}

/** Who asks, from where: the same for a mention, a message, a command and a button. */
export async function toRequestContext(
  heard: DiscordMessageContext,
  defaults: Defaults,
  thread = threadOf(heard),
): Promise<RequestContext> {
  const channel = { platform: 'discord' as const, id: heard.channelId ?? heard.user.id };
  const set = await settingsOf(defaults.settings, channel);
  return {
    asker: {
      id: heard.user.id,
      name: heard.user.displayName,
      locale: set.locale ?? heard.locale ?? defaults.locale,
      timeZone: set.zone ?? defaults.zone,
      mayManage: mayManage(heard, defaults.config),
    },
    channel: { ...channel, kind: heard.guild ? 'channel' : 'direct' },
    thread,
    askedAt: defaults.now(),
  };
}

/** A server's channel has many talks at once: one for each mention, and each asker's own for commands. */
function threadOf({ guild, channelId, channel, user, said }: DiscordMessageContext): string {
  const alone = !guild || channel?.isThread();
  return alone ? `discord:${channelId}` : `discord:${channelId}:${said ?? `commands:${user.id}`}`;
}

/** A message as something heard. */
export const toMessageContext = (message: Message): DiscordMessageContext => ({
  guild: message.guild,
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
