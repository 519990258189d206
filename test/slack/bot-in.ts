import { pino } from 'pino';
import { menu } from '../../commands/index.ts';
import { createSlack } from '../../src/adapters/slack/slack.ts';
import type { SlackConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/database/database.ts';
import { createDesk, type Desk, type Kept } from '../../src/desk.ts';
import { openKept } from '../../src/services.ts';
import { botOver, now, shippedStore } from '../support/world.ts';

export async function deskOver(kept: Kept = openKept(openDatabase(':memory:'))): Promise<Desk> {
  return createDesk(await botOver(await shippedStore(), undefined, kept.settings), menu, kept);
}

interface Told {
  apiUrl: string;
  config?: Partial<SlackConfig>;
  desk?: Desk;
}

/** The real adapter on the real Bolt, over the shipped incidents, at a fixed clock. */
export async function adapterIn({ apiUrl, config, desk }: Told) {
  const told: SlackConfig = { botToken: 'xoxb-1', mode: { appToken: 'xapp-1' }, port: 0, apiUrl, ...config };
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' });
  return createSlack(told, desk ?? (await deskOver()), { zone: 'UTC', locale: 'en-GB', log, now: () => now });
}
