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
  const tenants = () => adapter.tenants();
  const options = { zone: 'UTC', locale: 'en-GB', log, tenants, now: () => now, ...(patience ? { patience } : {}) };
  const adapter = createDiscord({ token: 'a.b.c', apiUrl, ...config }, desk ?? (await deskOver()), options);
  return adapter;
}
