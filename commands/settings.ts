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

/** Undefined leaves what is set; null ends it. */
function quietOf(said: string | undefined, zone: string): ChannelSettings['quiet'] {
  if (said === undefined) return undefined;
  const [, from, to] = said.match(hours) ?? [];
  return from && to ? { from, to, zone } : null;
}

export const settings = command({
  name: 'settings',
  summary: 'Time zone, language, subscribers, quiet hours and pictures of this channel',
  examples: ['settings --zone Asia/Baghdad --locale en-GB', 'settings --quiet 22:00-07:00 --mass 10'],
  options: z.object({
    zone: z
      .string()
      .refine(isZone, 'no time zone; write it like Asia/Baghdad')
      .optional()
      .describe('Time zone for “today” and “last week”, like Asia/Baghdad'),
    locale: z
      .string()
      .refine(isLocale, 'no locale; write it like en-GB')
      .optional()
      .describe('Language and order of dates: en-GB reads 3/4 as 3 April, en-US as March 4'),
    subscribers: z
      .enum(['everyone', 'managers'])
      .optional()
      .describe('Who may change what this channel hears of: everyone, or managers only'),
    quiet: z
      .string()
      .regex(hours, 'no hours; write them like 22:00-07:00, or off')
      .optional()
      .describe('When alerts wait, in the channel’s or your time zone, like 22:00-07:00; off ends it'),
    mass: z
      .int()
      .positive()
      .optional()
      .describe(`Killed at least this many: told in quiet hours too; ${defaultMassThreshold} without it`),
    pictures: z.enum(['light', 'dark', 'off']).optional().describe('Charts and maps on light or dark ground, or none'),
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
