import { z } from 'zod';
import { isZone } from '../config/config.ts';
import type { Settings } from './settings.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const quiet = z.object({
  /** Local times of the zone, "22:00"; across midnight where `from` is later than `to`. */
  from: clock,
  to: clock,
  zone: z.string(),
});

const channelSettings = z.object({
  /** An unknown one is dropped. */
  zone: z.string().refine(isZone).optional().catch(undefined),
  locale: z.string().optional(),
  /** Who may change the channel's subscriptions. */
  subscribers: z.enum(['everyone', 'managers']).optional(),
  /** The hours in which alerts are held back. */
  quiet: quiet.nullable().optional(),
  /** Alerts of at least so many killed are not held back. */
  mass: z.int().positive().optional(),
  /** The theme of charts and maps, or none of these. */
  pictures: z.enum(['light', 'dark', 'off']).optional(),
});

export type Quiet = z.infer<typeof quiet>;
/** What a channel has set for everyone in it. */
export type ChannelSettings = z.infer<typeof channelSettings>;

/** The `mass` of a channel that has set none. */
export const defaultMassThreshold = 10;

const name = 'channel';
const scopeOf = (channel: { platform: string; id: string }) => `${channel.platform}:${channel.id}`;

/** What a channel has set; nothing where that is unreadable, and then `onUnreadable` is called with the reason. */
export async function settingsOf(
  settings: Settings,
  channel: { platform: string; id: string },
  onUnreadable: (error: Error) => void = () => undefined,
): Promise<ChannelSettings> {
  try {
    return channelSettings.parse((await settings.get(scopeOf(channel), name)) ?? {});
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
    onUnreadable(error);
    return {};
  }
}

/** Merges a change into what is set, and returns the result; an undefined value leaves the old one. */
export async function changeSettings(
  settings: Settings,
  channel: { platform: string; id: string },
  change: ChannelSettings,
): Promise<ChannelSettings> {
  const defined = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const merged = { ...(await settingsOf(settings, channel)), ...defined };
  await settings.put(scopeOf(channel), name, merged);
  return merged;
}
