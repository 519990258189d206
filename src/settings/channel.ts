import { z } from 'zod';
import type { Settings } from './settings.ts';

const channelSettings = z
  .object({
    zone: z.string().optional(),
    locale: z.string().optional(),
    /** Who may change what the channel hears of. */
    subscribers: z.enum(['everyone', 'managers']).optional(),
  })
  .catch({});

/** What a channel has set for everyone in it. */
export type ChannelSettings = z.infer<typeof channelSettings>;

const name = 'channel';
const scopeOf = (channel: { platform: string; id: string }) => `${channel.platform}:${channel.id}`;

export const settingsOf = (settings: Settings, channel: { platform: string; id: string }): ChannelSettings =>
  channelSettings.parse(settings.get(scopeOf(channel), name) ?? {});

/** Adds to what is set; an undefined value leaves the old one. */
export function changeSettings(
  settings: Settings,
  channel: { platform: string; id: string },
  change: ChannelSettings,
): ChannelSettings {
  const told = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const now = { ...settingsOf(settings, channel), ...told };
  settings.put(scopeOf(channel), name, now);
  return now;
}
