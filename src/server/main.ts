import { join } from 'node:path';
import { folderWatchOptions } from '../../commands/import.ts';
import { menu } from '../../commands/index.ts';
import { AdapterError } from '../adapters/adapter.ts';
import { runBatch } from '../adapters/console/batch.ts';
import { runChat } from '../adapters/console/chat.ts';
import { writeFiles } from '../adapters/console/files.ts';
import { migrateCommand } from '../adapters/console/migrate-command.ts';
import { createConsoleNotifier } from '../adapters/console/notifier.ts';
import { progressOn } from '../adapters/console/progress.ts';
import { render } from '../adapters/console/render.ts';
import { greetingOf, loginName } from '../adapters/console/session.ts';
import type { Metrics } from '../adapters/http/metrics.ts';
import { ServerError } from '../adapters/http/server-error.ts';
import { mcpCommand } from '../adapters/mcp/command.ts';
import { createAlerts } from '../alerts/alerts.ts';
import type { Notifier } from '../alerts/notifier.ts';
import { engineMigratedLine } from '../answers/database-messages.ts';
import type { Answer } from '../answers/document/answer.ts';
import { attachImages } from '../answers/drawing/attach-images.ts';
import { createPictureRenderer, type PictureRenderer } from '../answers/drawing/renderer.ts';
import { createBot } from '../app/bot.ts';
import { type Call, parseCommandLine, UsageError } from '../app/command-line.ts';
import { createDispatcher, type Dispatcher } from '../app/dispatcher.ts';
import type { Bot, Context, Dependencies, Progress } from '../app/ports.ts';
import { type Config, ConfigError, readConfig } from '../config/config.ts';
import { DatabaseError } from '../database/database.ts';
import { ImportError } from '../incidents/import/import-error.ts';
import { createAdapters, isShardProcess } from './adapter-factory.ts';
import {
  createFolderWatchService,
  createHttpService,
  createMetricsIfEnabled,
  createSyncService,
  createTenancyService,
} from './background-services.ts';
import { type Container, openContainer } from './container.ts';
import { runUntilStopped } from './lifecycle.ts';

type ConsoleContext = Omit<Context, 'bot'>;

const look = () => ({
  colour: Boolean(process.stdout.isTTY) && !process.env.NO_COLOR,
  width: Math.min(110, process.stdout.columns ?? 100),
});

const say = (line: string) => {
  if (!isShardProcess) process.stdout.write(`${line}\n`);
};

// A console's conversation ends with its process.
const thread = `console:${process.pid}:${Date.now()}`;

function surroundings({ common }: Call, config: Config, progress: Progress): ConsoleContext {
  return {
    asker: {
      id: 'console',
      name: loginName(),
      locale: common.locale ?? config.locale,
      timeZone: common.zone ?? config.zone,
      mayManage: true,
      mayCurate: true,
    },
    channel: { platform: 'console', id: 'console', kind: 'console' },
    thread,
    askedAt: common.now ?? new Date(),
    progress,
  };
}

function print(answer: Answer, json: boolean): number {
  const status = answer.failed ?? 0;
  if (json) process.stdout.write(`${JSON.stringify(answer.data ?? { status: 'declined', text: answer.text })}\n`);
  // Nothing can be chosen any more: the program ends here.
  else (status === 0 ? process.stdout : process.stderr).write(`${render({ ...answer, next: [] }, look())}\n`);
  return status;
}

async function chat(bot: Bot, desk: Dispatcher, call: Call, config: Config, context: ConsoleContext): Promise<void> {
  const { incidents } = await bot.incidents.coverage();
  const holds = `The data holds ${incidents.toLocaleString('en-GB')} incidents.`;
  const from = () => ({ ...context, askedAt: call.common.now ?? new Date() });
  const greeting = greetingOf(holds, incidents > 1000);
  const historyFile = join(config.folder, 'history');
  await runChat({ dispatcher: desk, context: from, greeting, historyFile }, process.stdin, process.stdout, look());
}

const withoutPlatforms = (config: Config): Config => ({ ...config, slack: undefined, discord: undefined });

/** What runs until it is told to stop: the platforms, and the server where a port is set. Otherwise somebody chats. */
async function assemble(config: Config, opened: Container, metrics: Metrics | undefined, pictures: PictureRenderer) {
  const { http } = config;
  const { parts, adapterStores: kept, db, alerts: rows } = opened;
  const checks: (() => Promise<string>)[] = [];
  const bot = createBot({ ...parts, checks }, menu);
  const desk = createDispatcher(bot, kept, pictures);
  const { adapters, managers, tenancy } = await createAdapters(config, desk, parts);
  checks.push(...adapters.map((adapter) => adapter.check), ...managers);
  const senders = new Map<string, Notifier>(adapters.map((adapter) => [adapter.platform, adapter.notifier]));
  let ended = false;
  const ending = () => {
    ended = true;
  };
  const doors =
    http && metrics ? [await createHttpService(http, { parts, metrics, adapters, db, ending: () => ended })] : [];
  const chatting = adapters.length + doors.length === 0;
  if (!isShardProcess) doors.push(createSyncService(parts));
  if (adapters.length > 0) doors.push(createTenancyService(tenancy));
  if (chatting) senders.set('console', createConsoleNotifier(process.stdout, look(), thread));
  const alerts = createAlerts({ ...parts, rows, notifiers: senders });
  // Alerts are told by one process, not by every shard's.
  const run = () =>
    runUntilStopped({
      adapters,
      services: doors,
      alerts: isShardProcess ? undefined : alerts,
      print: say,
      log: parts.log,
      ending,
    });
  return { bot, desk, alerts, doors, run: chatting ? undefined : run };
}

/** The Model Context Protocol; its library is loaded only here. Standard output is the protocol's alone. */
async function serveClients(
  { options, common }: Call,
  config: Config,
  desk: Dispatcher,
  { log }: Dependencies,
): Promise<void> {
  const { serveMcp } = await import('../adapters/mcp/start-server.ts');
  const { port } = mcpCommand.options.parse(options) as { port?: number };
  const { token, mayCurate } = config.mcp;
  const now = () => common.now ?? new Date();
  const defaults = { zone: common.zone ?? config.zone, locale: common.locale ?? config.locale, mayCurate, log, now };
  const say = (line: string) => process.stderr.write(`${line}\n`);
  await serveMcp(desk, defaults, { say, ...(port === undefined ? {} : { port }), ...(token ? { token } : {}) });
}

async function serve(call: Call, config: Config): Promise<number> {
  const progress = progressOn(process.stderr, call.common.json);
  const serving = call.command === undefined && call.common.batch === undefined;
  const metrics = await createMetricsIfEnabled(serving && !isShardProcess ? config.http : undefined);
  const name = call.command?.name;
  const many = serving || name === mcpCommand.name;
  const opened = await openContainer(config, progress, {
    shipped: name !== 'import',
    concurrent: many,
    measures: metrics,
  });
  progress.done();
  const pictures = createPictureRenderer();
  try {
    // Of single commands only status asks the platforms.
    const asked = many || name === 'status' ? config : withoutPlatforms(config);
    const { bot, desk, alerts, doors, run } = await assemble(asked, opened, metrics, pictures);
    const context = surroundings(call, config, progress);
    const watching = folderWatchOptions(call);
    if (name === mcpCommand.name) await serveClients(call, config, desk, opened.parts);
    else if (call.common.batch !== undefined) {
      await runBatch(
        call.common.batch,
        context,
        ({ text, ...from }) => desk.ask(text, from),
        (line) => process.stdout.write(`${line}\n`),
      );
    } else if (watching) {
      const folders = watching.files.map((folder) => createFolderWatchService({ ...watching, folder }, opened, say));
      await runUntilStopped({ adapters: [], services: folders, alerts: undefined, print: say, log: opened.parts.log });
    } else if (call.command) {
      const said = attachImages(await bot.run(call.command, call.options, context), pictures, 'light');
      const answer = await writeFiles(said, call.common.out);
      progress.done();
      return print(answer, call.common.json);
    } else if (run) await run();
    else {
      alerts.start();
      await Promise.all(doors.map((door) => door.start()));
      await chat(bot, desk, call, config, context);
      await Promise.all(doors.map((door) => door.stop()));
      await alerts.stop();
    }
    return 0;
  } finally {
    await pictures.close();
    await opened.close();
  }
}

/** From one database into another; none is opened for a bot meanwhile. */
async function move({ options }: Call): Promise<number> {
  const [from = '', to = ''] = migrateCommand.options.parse(options).databases as string[];
  const { migrateEngine: moveDatabase } = await import('./migrate-engine.ts');
  process.stdout.write(`${engineMigratedLine(await moveDatabase(from, to))}\n`);
  return 0;
}

async function main(): Promise<number> {
  try {
    const call = parseCommandLine(process.argv.slice(2), [...menu, mcpCommand, migrateCommand]);
    if (call.common.batch !== undefined && (call.command?.name !== 'ask' || !call.common.json))
      throw new UsageError('--batch FILE goes with ask --json.');
    const config = readConfig();
    if (call.command?.name === migrateCommand.name) return await move(call);
    return await serve(call, { ...config, db: call.common.db ?? config.db });
  } catch (error) {
    const known =
      error instanceof UsageError ||
      error instanceof ConfigError ||
      error instanceof DatabaseError ||
      error instanceof AdapterError ||
      error instanceof ServerError ||
      error instanceof ImportError ||
      (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (!known) throw error;
    const see = error instanceof UsageError && error.see ? ` See: npm start -- ${error.see}` : '';
    process.stderr.write(`${(error as Error).message}${see}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

// A reader that has read enough (head, less) closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await main();
