import { pino } from 'pino';
import { createDiscord } from '../../../src/adapters/discord/discord.ts';
import type { Dispatcher } from '../../../src/app/dispatcher.ts';
import type { DiscordConfig } from '../../../src/config/config.ts';
import { deskOver } from '../../support/desk.ts';
import { now } from '../../support/world.ts';

interface Told {
  apiUrl: string;
  config?: Partial<DiscordConfig>;
  desk?: Dispatcher;
  patience?: number;
}

/** The real adapter on the real discord.js, over the shipped incidents, at a fixed clock. */
export async function adapterIn({ apiUrl, config, desk, patience }: Told) {
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' });
  const options = { zone: 'UTC', locale: 'en-GB', log, now: () => now, ...(patience ? { patience } : {}) };
  return createDiscord({ token: 'a.b.c', apiUrl, ...config }, desk ?? (await deskOver()), options);
}
