import { z } from 'zod';
import { isZone } from '../config/config.ts';
import type { Settings } from './settings.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const quiet = z.object({
  /** Local times of the zone, "22:00"; over midnight where `from` is later than `to`. */
  from: clock,
  to: clock,
  zone: z.string(),
});

const channelSettings = z.object({
  /** One that has become unknown counts as none. */
  zone: z.string().refine(isZone).optional().catch(undefined),
  locale: z.string().optional(),
  /** Who may change what the channel hears of. */
  subscribers: z.enum(['everyone', 'managers']).optional(),
  /** When alerts wait. */
  quiet: quiet.nullable().optional(),
  /** The least number killed that does not wait. */
  mass: z.int().positive().optional(),
  /** The ground of charts and maps, or none of them. */
  pictures: z.enum(['light', 'dark', 'off']).optional(),
});

export type Quiet = z.infer<typeof quiet>;
/** What a channel has set for everyone in it. */
export type ChannelSettings = z.infer<typeof channelSettings>;

/** Alerts of at least so many killed come in quiet hours too, where a channel has not set another number. */
export const defaultMassThreshold = 10;

const name = 'channel';
const scopeOf = (channel: { platform: string; id: string }) => `${channel.platform}:${channel.id}`;

/** What a channel has set; nothing where that cannot be read, of which `unreadable` hears why. */
export async function settingsOf(
  settings: Settings,
  channel: { platform: string; id: string },
  unreadable: (error: Error) => void = () => undefined,
): Promise<ChannelSettings> {
  try {
    return channelSettings.parse((await settings.get(scopeOf(channel), name)) ?? {});
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
    unreadable(error);
    return {};
  }
}

/** Adds to what is set; an undefined value leaves the old one. */
export async function changeSettings(
  settings: Settings,
  channel: { platform: string; id: string },
  change: ChannelSettings,
): Promise<ChannelSettings> {
  const told = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const now = { ...(await settingsOf(settings, channel)), ...told };
  await settings.put(scopeOf(channel), name, now);
  return now;
}
