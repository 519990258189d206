import type { Logger } from 'pino';
import type { Desk } from '../../app/dispatcher.ts';
import type { DiscordConfig } from '../../config/config.ts';
import type { Adapter } from '../adapter.ts';
import { checkDiscord } from './check.ts';
import { createDiscordSender } from './notifier.ts';

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
