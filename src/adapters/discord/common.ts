import type { Logger } from 'pino';
import type { DiscordConfig } from '../../config.ts';
import type { Desk } from '../../desk.ts';
import type { Adapter } from '../adapter.ts';
import { checkDiscord } from './check.ts';
import { createDiscordSender } from './sender.ts';

/** What the adapter is, whether one process or many hold the gateway. */
export const commonOf = (
  config: DiscordConfig,
  desk: Desk,
  log: Logger,
): Pick<Adapter, 'name' | 'platform' | 'sender' | 'check'> => ({
  name: 'Discord',
  platform: 'discord',
  sender: createDiscordSender(config, desk, log),
  check: () => checkDiscord(config),
});
