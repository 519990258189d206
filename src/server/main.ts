import { folderWatchOptions, importsBesideShipped } from '../../commands/import.ts';
import { AdapterError } from '../adapters/adapter.ts';
import { runBatch } from '../adapters/console/batch.ts';
import { writeFiles } from '../adapters/console/files.ts';
import { migrateCommand } from '../adapters/console/migrate-command.ts';
import { progressOn } from '../adapters/console/progress.ts';
import { ServerError } from '../adapters/http/server-error.ts';
import { mcpCommand } from '../adapters/mcp/command.ts';
import { engineMigratedLine } from '../answers/database-messages.ts';
import { attachImages } from '../answers/drawing/attach-images.ts';
import { createPictureRenderer } from '../answers/drawing/renderer.ts';
import { type Call, parseCommandLine, UsageError } from '../app/command-line.ts';
import type { Dispatcher } from '../app/dispatcher.ts';
import type { Dependencies } from '../app/ports.ts';
import { type Config, ConfigError, readConfig } from '../config/config.ts';
import { DatabaseError } from '../database/database.ts';
import { diskFullWords, isDiskFull } from '../database/disk-full.ts';
import { ImportError } from '../incidents/import/import-error.ts';
import { isShardProcess } from './adapter-factory.ts';
import { assemble, commandLineMenu } from './assemble.ts';
import { createFolderWatchService, createMetricsIfEnabled } from './background-services.ts';
import { chat, contextOf, printAnswer, printLine } from './console.ts';
import { openContainer } from './container.ts';
import { runUntilStopped } from './lifecycle.ts';

const withoutPlatforms = (config: Config): Config => ({ ...config, slack: undefined, discord: undefined });

/** Serves the Model Context Protocol, whose library is loaded only here. Only the protocol writes to standard output. */
async function serveMcpClients(
  { options, common }: Call,
  config: Config,
  dispatcher: Dispatcher,
  { log }: Dependencies,
): Promise<void> {
  const { serveMcp } = await import('../adapters/mcp/start-server.ts');
  const { port } = mcpCommand.options.parse(options) as { port?: number };
  const { token, mayCurate } = config.mcp;
  const now = () => common.now ?? new Date();
  const defaults = { zone: common.zone ?? config.zone, locale: common.locale ?? config.locale, mayCurate, log, now };
  const say = (line: string) => process.stderr.write(`${line}\n`);
  await serveMcp(dispatcher, defaults, { say, ...(port === undefined ? {} : { port }), ...(token ? { token } : {}) });
}

/** Runs a call; returns the exit status. */
async function serve(call: Call, config: Config): Promise<number> {
  const progress = progressOn(process.stderr, call.common.json);
  const serving = call.command === undefined && call.common.batch === undefined;
  const metrics = await createMetricsIfEnabled(serving && !isShardProcess ? config.http : undefined);
  const name = call.command?.name;
  const concurrent = serving || name === mcpCommand.name;
  const container = await openContainer(config, progress, {
    shipped: importsBesideShipped(call),
    concurrent,
    measures: metrics,
  });
  progress.done();
  const pictures = createPictureRenderer();
  try {
    // The only single command that asks the platforms is status.
    const needed = concurrent || name === 'status' ? config : withoutPlatforms(config);
    const { bot, dispatcher, alerts, services, run } = await assemble(needed, container, metrics, pictures);
    const context = contextOf(call, config, progress);
    const watch = folderWatchOptions(call);
    if (name === mcpCommand.name) await serveMcpClients(call, config, dispatcher, container.parts);
    else if (call.common.batch !== undefined) {
      await runBatch(
        call.common.batch,
        context,
        ({ text, ...from }) => dispatcher.ask(text, from),
        (line) => process.stdout.write(`${line}\n`),
      );
    } else if (watch) {
      const { log } = container.parts;
      const folders = watch.files.map((folder) => createFolderWatchService({ ...watch, folder }, container, printLine));
      await runUntilStopped({ adapters: [], services: folders, alerts: undefined, print: printLine, log });
    } else if (call.command) {
      const illustrated = attachImages(await bot.run(call.command, call.options, context), pictures, 'light');
      const answer = await writeFiles(illustrated, call.common.out);
      progress.done();
      return printAnswer(answer, call.common.json);
    } else if (run) await run();
    else {
      alerts.start();
      await Promise.all(services.map((service) => service.start()));
      await chat(bot, dispatcher, call, config, context);
      await Promise.all(services.map((service) => service.stop()));
      await alerts.stop();
    }
    return 0;
  } finally {
    await pictures.close();
    await container.close();
  }
}

/** Copies one database into another; no bot is opened. */
async function migrateDatabase({ options }: Call): Promise<number> {
  const parsed = migrateCommand.options.safeParse(options);
  if (!parsed.success) throw new UsageError('migrate needs two databases, FROM and TO.', 'help migrate');
  const [from = '', to = ''] = parsed.data.databases as string[];
  const { migrateEngine } = await import('./migrate-engine.ts');
  process.stdout.write(`${engineMigratedLine(await migrateEngine(from, to))}\n`);
  return 0;
}

async function main(): Promise<number> {
  try {
    const call = parseCommandLine(process.argv.slice(2), commandLineMenu);
    if (call.common.batch !== undefined && (call.command?.name !== 'ask' || !call.common.json))
      throw new UsageError('--batch FILE requires ask --json.');
    const config = readConfig();
    if (call.command?.name === migrateCommand.name) return await migrateDatabase(call);
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
    if (isDiskFull(error)) {
      process.stderr.write(`${diskFullWords}\n`);
      return 1;
    }
    if (!known) throw error;
    const see = error instanceof UsageError && error.see ? ` See: npm start -- ${error.see}` : '';
    process.stderr.write(`${(error as Error).message}${see}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

// A reader that has read enough (head, less) closes the pipe, which is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await main();
