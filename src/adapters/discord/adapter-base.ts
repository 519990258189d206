import type { Logger } from 'pino';
import type { Dispatcher } from '../../app/dispatcher.ts';
import type { DiscordConfig } from '../../config/config.ts';
import type { Adapter } from '../adapter.ts';
import { checkDiscord } from './check.ts';
import { createDiscordNotifier } from './notifier.ts';
import { tenantsOf } from './tenants.ts';

/** What the adapter is, whether one process or many hold the gateway. */
export const adapterBase = (
  config: DiscordConfig,
  desk: Dispatcher,
  log: Logger,
): Pick<Adapter, 'name' | 'platform' | 'notifier' | 'tenants' | 'check'> => ({
  name: 'Discord',
  platform: 'discord',
  notifier: createDiscordNotifier(config, desk, log),
  tenants: () => tenantsOf(config),
  check: () => checkDiscord(config),
});
