import { type Channel, PermissionFlagsBits as Flags, type Message } from 'discord.js';

const needed: [bigint, string][] = [
  [Flags.ViewChannel, 'View Channel'],
  [Flags.SendMessages, 'Send Messages'],
  [Flags.EmbedLinks, 'Embed Links'],
  [Flags.ReadMessageHistory, 'Read Message History'],
];

/** The permissions that the bot lacks to answer in the channel, by Discord's names. */
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

/** Whether the bot may attach files in the channel. */
export const mayAttach = (channel: Channel, me: Message['client']['user']): boolean =>
  channel.isDMBased() || !('permissionsFor' in channel) || (channel.permissionsFor(me)?.has(Flags.AttachFiles) ?? true);
