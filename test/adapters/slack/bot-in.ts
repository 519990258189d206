import { pino } from 'pino';
import { createSlack } from '../../../src/adapters/slack/slack.ts';
import type { Dispatcher } from '../../../src/app/dispatcher.ts';
import type { Tenants } from '../../../src/app/rights.ts';
import type { SlackConfig } from '../../../src/config/config.ts';
import { deskOver } from '../../support/desk.ts';
import { now } from '../../support/world.ts';

interface Told {
  apiUrl: string;
  config?: Partial<SlackConfig>;
  desk?: Dispatcher;
  /** Whom the bot serves on other platforms. */
  besides?: () => Tenants[];
}

/** The real adapter on the real Bolt, over the shipped incidents, at a fixed clock. */
export async function adapterIn({ apiUrl, config, desk, besides = () => [] }: Told) {
  const told: SlackConfig = { botToken: 'xoxb-1', mode: { appToken: 'xapp-1' }, port: 0, apiUrl, ...config };
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' });
  const tenants = async () => [...(await adapter.tenants()), ...besides()];
  const options = { zone: 'UTC', locale: 'en-GB', log, tenants, now: () => now };
  const adapter = createSlack(told, desk ?? (await deskOver()), options);
  return adapter;
}
