import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Events, GatewayDispatchEvents, GatewayIntentBits, Partials, Status } from 'discord.js';
import type { Logger } from 'pino';
import type { Dispatcher } from '../../app/dispatcher.ts';
import type { Tenancy } from '../../app/tenancy.ts';
import type { DiscordConfig } from '../../config/config.ts';
import { type Adapter, AdapterError } from '../adapter.ts';
import { createRequestHandler, drain } from '../request-handler.ts';
import { adapterBase } from './adapter-base.ts';
import { explainClose, explainLogin } from './error-messages.ts';
import { listenToInteractions } from './listen-interactions.ts';
import { listenToMessages } from './listen-messages.ts';
import { register } from './register.ts';
import { restOptions } from './rest.ts';
import { leaveManager } from './shards.ts';
import { tenantsOf } from './tenants.ts';

export interface DiscordOptions {
  zone: string;
  locale: string;
  log: Logger;
  /** The tenants of all processes on all platforms. */
  tenancy: Tenancy;
  /** The clock that questions are asked at. */
  now?: () => Date;
  /** Milliseconds to wait for the gateway. */
  patience?: number;
}

const endAtMost = 1000;

const clientOf = (config: DiscordConfig) =>
  new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Direct messages arrive in channels that are not cached, and messages are edited that are not.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [], repliedUser: false },
    rest: restOptions(config),
  });

/** The bot in Discord: commands, mentions and direct messages over the gateway. */
export function createDiscord(config: DiscordConfig, dispatcher: Dispatcher, options: DiscordOptions): Adapter {
  const { log, zone, locale, tenancy, now = () => new Date(), patience = 30_000 } = options;
  const { promise: failed, resolve: fail } = Promise.withResolvers<AdapterError>();
  const client = clientOf(config);
  const requests = createRequestHandler(dispatcher, log);
  const defaults = { zone, locale, settings: dispatcher.settings, config, tenancy, now };
  listenToInteractions(client, dispatcher, requests, defaults, log);
  listenToMessages(client, dispatcher, requests, defaults, log);
  // Without this field the library fails, and with it the process.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction) => {
    interaction.authorizing_integration_owners ??= {};
  });
  client.on(Events.Error, (error) => log.error({ err: error }, 'Discord: a listener failed'));
  client.on(Events.ShardError, (error) => log.info({ err: error.message }, 'Discord: the connection broke'));
  client.on(Events.Invalidated, () => fail(explainClose(4004)));

  const tenants = () => tenantsOf(config, () => (client.isReady() ? [...client.guilds.cache.keys()] : undefined));
  const recordTenants = async () => {
    if (client.isReady()) await tenancy.serve(`discord:${client.application.id}`, await tenants());
  };
  client.on(Events.GuildCreate, recordTenants).on(Events.GuildDelete, recordTenants);

  return {
    ...adapterBase(config, dispatcher, log),
    tenants,
    failed,
    // The manager's own status is not updated; each connection's is.
    connected: () => client.ws.shards.size > 0 && client.ws.shards.every((one) => one.status === Status.Ready),
    async start() {
      const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
      const late = new Promise<never>((_, reject) => {
        setTimeout(() => reject(new AdapterError(tooLate)), patience).unref();
      });
      try {
        await Promise.race([client.login(config.token), late]);
        const { user, guilds, application } = await Promise.race([ready, late]);
        client.on(Events.ShardDisconnect, ({ code }) => fail(explainClose(code)));
        await register(client.rest, application.id, dispatcher.menu, config, dispatcher.settings);
        await recordTenants();
        return `Discord: connected as ${user.tag} to ${guilds.cache.size} ${guilds.cache.size === 1 ? 'server' : 'servers'}.`;
      } catch (error) {
        // Destroying a client that has not reached the gateway may never resolve.
        await Promise.race([client.destroy(), sleep(endAtMost, undefined, { ref: false })]);
        throw error instanceof AdapterError ? error : explainLogin(error);
      }
    },
    async stop() {
      client.removeAllListeners(Events.InteractionCreate).removeAllListeners(Events.MessageCreate);
      client.removeAllListeners(Events.MessageUpdate).ws.removeAllListeners(GatewayDispatchEvents.MessageDelete);
      await drain(requests, log);
      client.removeAllListeners(Events.ShardDisconnect);
      await client.destroy();
      leaveManager();
    },
  };
}

const tooLate =
  'Discord: the gateway did not answer in time. See discordstatus.com and whether the network lets WebSockets through, then start again.';
