import { pino } from 'pino';
import { createSlack } from '../../../src/adapters/slack/slack.ts';
import type { Dispatcher } from '../../../src/app/dispatcher.ts';
import type { Tenant } from '../../../src/app/rights.ts';
import { openTenancy } from '../../../src/app/tenancy.ts';
import type { SlackConfig } from '../../../src/config/config.ts';
import { deskOver } from '../../support/desk.ts';
import { now } from '../../support/world.ts';

interface Told {
  apiUrl: string;
  config?: Partial<SlackConfig>;
  desk?: Dispatcher;
  /** Whom the bot serves on other platforms. */
  besides?: () => Tenant[];
  clock?: () => Date;
  /** Gets the lines of the log at the default level. */
  say?: (line: string) => void;
}

/** The real adapter on the real Bolt, over the shipped incidents, at a fixed clock. */
export async function adapterIn({ apiUrl, config, desk: own, besides = () => [], clock = () => now, say }: Told) {
  const told: SlackConfig = { botToken: 'xoxb-1', mode: { appToken: 'xapp-1' }, port: 0, apiUrl, ...config };
  const log = say ? pino({ level: 'warn' }, { write: say }) : pino({ level: process.env.TEST_LOG ?? 'silent' });
  const desk = own ?? (await deskOver());
  const served = async () => [...(await adapter.tenants()), ...besides()];
  const tenancy = openTenancy(desk.settings, served, { log, now: () => clock().getTime() });
  const adapter = createSlack(told, desk, { zone: 'UTC', locale: 'en-GB', log, tenancy, now: clock });
  return adapter;
}
