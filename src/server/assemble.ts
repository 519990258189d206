import { menu } from '../../commands/index.ts';
import { migrateCommand } from '../adapters/console/migrate-command.ts';
import { createConsoleNotifier } from '../adapters/console/notifier.ts';
import type { Metrics } from '../adapters/http/metrics.ts';
import { mcpCommand } from '../adapters/mcp/command.ts';
import { createAlerts } from '../alerts/alerts.ts';
import { createChannelPoster } from '../alerts/channel-poster.ts';
import type { Notifier } from '../alerts/notifier.ts';
import type { PictureRenderer } from '../answers/drawing/renderer.ts';
import { createBot } from '../app/bot.ts';
import { createDispatcher } from '../app/dispatcher.ts';
import type { Config } from '../config/config.ts';
import { createAdapters, isShardProcess } from './adapter-factory.ts';
import { createHttpService, createSyncService, createTenancyService } from './background-services.ts';
import { printLine, terminal, thread } from './console.ts';
import type { Container } from './container.ts';
import { runUntilStopped } from './lifecycle.ts';

/** All commands, with those that only the command line has. */
export const commandLineMenu = [...menu, mcpCommand, migrateCommand];

/**
 * Connects the bot to what is configured: platforms, the HTTP server, the schedule of sources, alerts. `run` runs it until
 * the program is stopped; undefined where neither a platform nor a port is configured, so that the console chats.
 */
export async function assemble(
  config: Config,
  container: Container,
  metrics: Metrics | undefined,
  pictures: PictureRenderer,
) {
  const { http } = config;
  const { parts, adapterStores, db, alerts: rows } = container;
  const checks: (() => Promise<string>)[] = [];
  const notifiers = new Map<string, Notifier>();
  const postTo = createChannelPoster(notifiers, parts.log);
  const bot = createBot({ ...parts, checks, postTo }, commandLineMenu);
  const dispatcher = createDispatcher(bot, adapterStores, pictures);
  const { adapters, managers, tenancy } = await createAdapters(config, dispatcher, parts);
  checks.push(...adapters.map((adapter) => adapter.check), ...managers);
  for (const { platform, notifier } of adapters) notifiers.set(platform, notifier);
  let stopping = false;
  const ending = () => {
    stopping = true;
  };
  const services =
    http && metrics
      ? [await createHttpService(http, { parts, metrics, adapters, db, rows, ending: () => stopping })]
      : [];
  const chats = adapters.length + services.length === 0;
  if (!isShardProcess) services.push(createSyncService(parts));
  if (adapters.length > 0) services.push(createTenancyService(tenancy));
  if (chats) notifiers.set('console', createConsoleNotifier(process.stdout, terminal(), thread));
  const alerts = createAlerts({ ...parts, rows, notifiers });
  // One process delivers alerts, not every shard.
  const run = () =>
    runUntilStopped({
      adapters,
      services,
      alerts: isShardProcess ? undefined : alerts,
      print: printLine,
      log: parts.log,
      ending,
    });
  return { bot, dispatcher, alerts, services, run: chats ? undefined : run };
}
