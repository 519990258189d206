import { z } from 'zod';
import { composeSettings } from '../src/answers/settings-answer.ts';
import { command } from '../src/app/command.ts';
import { isLocale, isZone } from '../src/config/config.ts';
import {
  type ChannelSettings,
  changeSettings,
  defaultMassThreshold,
  settingsOf,
} from '../src/settings/channel-settings.ts';

const hours = /^(?:off|((?:[01]\d|2[0-3]):[0-5]\d) ?[-–] ?((?:[01]\d|2[0-3]):[0-5]\d))$/;

/** Undefined leaves the setting as it is; null turns quiet hours off. */
function quietOf(value: string | undefined, zone: string): ChannelSettings['quiet'] {
  if (value === undefined) return undefined;
  const [, from, to] = value.match(hours) ?? [];
  return from && to ? { from, to, zone } : null;
}

export const settings = command({
  name: 'settings',
  summary: 'Show or change this channel’s time zone, language, subscribers, quiet hours and pictures',
  examples: ['settings --zone Asia/Baghdad --locale en-GB', 'settings --quiet 22:00-07:00 --mass 10'],
  options: z.object({
    zone: z
      .string()
      .refine(isZone, 'is not a time zone; use one like Asia/Baghdad')
      .optional()
      .describe('Time zone for “today” and “last week”, e.g. Asia/Baghdad'),
    locale: z
      .string()
      .refine(isLocale, 'is not a locale; use one like en-GB')
      .optional()
      .describe('Language and date order: en-GB reads 3/4 as 3 April, en-US as March 4'),
    subscribers: z
      .enum(['everyone', 'managers'])
      .optional()
      .describe('Who may change this channel’s subscriptions: everyone, or managers only'),
    quiet: z
      .string()
      .regex(hours, 'is not a range of hours; use one like 22:00-07:00, or off')
      .optional()
      .describe('Quiet hours in the channel’s or your time zone, e.g. 22:00-07:00, or off'),
    mass: z
      .int()
      .positive()
      .optional()
      .describe(`Alerts with at least this many killed are sent in quiet hours too; default: ${defaultMassThreshold}`),
    pictures: z.enum(['light', 'dark', 'off']).optional().describe('Theme of charts and maps, or off for none'),
  }),
  for: 'channel',
  audience: 'everyone',
  async run({ quiet, ...rest }, { bot, channel, asker }) {
    const zone = rest.zone ?? (await settingsOf(bot.settings, channel)).zone ?? asker.timeZone;
    const now = await changeSettings(bot.settings, channel, { ...rest, quiet: quietOf(quiet, zone) });
    return composeSettings(
      { ...now, mass: now.mass ?? defaultMassThreshold },
      { zone: asker.timeZone, locale: asker.locale },
    );
  },
});
