import { pino } from 'pino';
import { createSlack } from '../../../src/adapters/slack/slack.ts';
import type { Dispatcher } from '../../../src/app/dispatcher.ts';
import type { SlackConfig } from '../../../src/config/config.ts';
import { deskOver } from '../../support/desk.ts';
import { now } from '../../support/world.ts';

interface Told {
  apiUrl: string;
  config?: Partial<SlackConfig>;
  desk?: Dispatcher;
}

/** The real adapter on the real Bolt, over the shipped incidents, at a fixed clock. */
export async function adapterIn({ apiUrl, config, desk }: Told) {
  const told: SlackConfig = { botToken: 'xoxb-1', mode: { appToken: 'xapp-1' }, port: 0, apiUrl, ...config };
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' });
  return createSlack(told, desk ?? (await deskOver()), { zone: 'UTC', locale: 'en-GB', log, now: () => now });
}
