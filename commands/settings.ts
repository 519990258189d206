import { z } from 'zod';
import { composeSettings } from '../src/answers/settings.ts';
import { command } from '../src/command.ts';
import { isLocale, isZone } from '../src/config.ts';
import { changeSettings } from '../src/settings/channel.ts';

export const settings = command({
  name: 'settings',
  summary: 'Time zone, language and subscribers of this channel',
  examples: ['settings --zone Asia/Baghdad --locale en-GB'],
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
  }),
  for: 'channel',
  audience: 'everyone',
  async run(change, { bot, channel, asker }) {
    const now = changeSettings(bot.settings, channel, change);
    return composeSettings(now, { zone: asker.timeZone, locale: asker.locale });
  },
});
