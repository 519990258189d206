import { type Channel, PermissionFlagsBits as Flags, type Message } from 'discord.js';

const needed: [bigint, string][] = [
  [Flags.ViewChannel, 'View Channel'],
  [Flags.SendMessages, 'Send Messages'],
  [Flags.EmbedLinks, 'Embed Links'],
  [Flags.ReadMessageHistory, 'Read Message History'],
];

/** What the bot may not do in the channel, in Discord's own words; empty where it may answer. */
export function missingIn(channel: Channel, me: Message['client']['user']): string[] {
  if (channel.isDMBased() || !('permissionsFor' in channel)) return [];
  const granted = channel.permissionsFor(me);
  if (!granted) return [];
  const inThread: [bigint, string][] = channel.isThread()
    ? [[Flags.SendMessagesInThreads, 'Send Messages in Threads']]
    : [];
  const all = [...needed.filter(([flag]) => !(channel.isThread() && flag === Flags.SendMessages)), ...inThread];
  return all.filter(([flag]) => !granted.has(flag)).map(([, words]) => words);
}

/** Whether files may be attached; needed only where there are some. */
export const mayAttach = (channel: Channel, me: Message['client']['user']): boolean =>
  channel.isDMBased() || !('permissionsFor' in channel) || (channel.permissionsFor(me)?.has(Flags.AttachFiles) ?? true);
