import { type APIUser, Routes } from 'discord.js';
import type { Logger } from 'pino';
import type { Dispatcher } from '../../app/dispatcher.ts';
import type { DiscordConfig } from '../../config/config.ts';
import type { Adapter } from '../adapter.ts';
import { explainLogin } from './error-messages.ts';
import { createDiscordNotifier } from './notifier.ts';
import { restOf } from './rest.ts';
import { tenantsOf } from './tenants.ts';

/** The state of the token in one line. Never throws. */
async function checkDiscord(config: DiscordConfig): Promise<string> {
  const { guild } = config;
  try {
    const rest = restOf(config, { retries: 1, timeout: 5000 });
    const me = (await rest.get(Routes.user())) as APIUser;
    return `Discord: set up as ${me.username} (commands registered ${guild ? `in the server ${guild}` : 'everywhere'}).`;
  } catch (error) {
    return explainLogin(error).message;
  }
}

/** The parts of the adapter that are the same with and without shards. */
export const adapterBase = (
  config: DiscordConfig,
  dispatcher: Dispatcher,
  log: Logger,
): Pick<Adapter, 'name' | 'platform' | 'notifier' | 'tenants' | 'check'> => ({
  name: 'Discord',
  platform: 'discord',
  notifier: createDiscordNotifier(config, dispatcher, log),
  tenants: () => tenantsOf(config),
  check: () => checkDiscord(config),
});
