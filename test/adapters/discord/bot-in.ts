import { pino } from 'pino';
import { createDiscord } from '../../../src/adapters/discord/discord.ts';
import type { Dispatcher } from '../../../src/app/dispatcher.ts';
import { openTenancy } from '../../../src/app/tenancy.ts';
import type { DiscordConfig } from '../../../src/config/config.ts';
import { deskOver } from '../../support/desk.ts';
import { now } from '../../support/world.ts';

interface Told {
  apiUrl: string;
  config?: Partial<DiscordConfig>;
  desk?: Dispatcher;
  patience?: number;
  clock?: () => Date;
}

/** The real adapter on the real discord.js, over the shipped incidents, at a fixed clock. */
export async function adapterIn({ apiUrl, config, desk: own, patience, clock = () => now }: Told) {
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' });
  const desk = own ?? (await deskOver());
  const tenancy = openTenancy(desk.settings, () => adapter.tenants(), { log, now: () => clock().getTime() });
  const options = { zone: 'UTC', locale: 'en-GB', log, tenancy, now: clock, ...(patience ? { patience } : {}) };
  const adapter = createDiscord({ token: 'a.b.c', apiUrl, ...config }, desk, options);
  return adapter;
}
