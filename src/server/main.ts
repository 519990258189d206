import { join } from 'node:path';
import { watchingIn } from '../../commands/import.ts';
import { menu } from '../../commands/index.ts';
import { AdapterError } from '../adapters/adapter.ts';
import { runBatch } from '../adapters/console/batch.ts';
import { talk } from '../adapters/console/chat.ts';
import { keepFiles } from '../adapters/console/files.ts';
import { greetingOf } from '../adapters/console/greeting.ts';
import { loginName } from '../adapters/console/login-name.ts';
import { migrateMode } from '../adapters/console/migrate-command.ts';
import { consoleSender } from '../adapters/console/notifier.ts';
import { progressOn } from '../adapters/console/progress.ts';
import { render } from '../adapters/console/render.ts';
import type { Metrics } from '../adapters/http/metrics.ts';
import { ServerError } from '../adapters/http/server-error.ts';
import { mcp } from '../adapters/mcp/command.ts';
import { createAlerts } from '../alerts/alerts.ts';
import type { Sender } from '../alerts/notifier.ts';
import type { Answer } from '../answers/document/answer.ts';
import { illustrated } from '../answers/drawing/attach-images.ts';
import { createPictures, type Pictures } from '../answers/drawing/renderer.ts';
import { movedLine } from '../answers/engine-migrated.ts';
import { createBot } from '../app/bot.ts';
import { type Call, parseCommandLine, UsageError } from '../app/command-line.ts';
import { createDesk, type Desk } from '../app/dispatcher.ts';
import type { Bot, Context, Parts, Progress } from '../app/ports.ts';
import { type Config, ConfigError, readConfig } from '../config/config.ts';
import { DatabaseError } from '../database/database.ts';
import { ImportError } from '../incidents/import/import-error.ts';
import { adaptersOf, shard } from './adapter-factory.ts';
import { httpDoor, metricsFor, sourcesDoor, watchDoor } from './background-services.ts';
import { type Opened, openServices } from './container.ts';
import { live } from './lifecycle.ts';

type Surroundings = Omit<Context, 'bot'>;

const look = () => ({
  colour: Boolean(process.stdout.isTTY) && !process.env.NO_COLOR,
  width: Math.min(110, process.stdout.columns ?? 100),
});

const say = (line: string) => {
  if (!shard) process.stdout.write(`${line}\n`);
};

// A console's conversation ends with its process.
const thread = `console:${process.pid}:${Date.now()}`;

function surroundings({ common }: Call, config: Config, progress: Progress): Surroundings {
  return {
    asker: {
      id: 'console',
      name: loginName(),
      locale: common.locale ?? config.locale,
      timeZone: common.zone ?? config.zone,
      mayManage: true,
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

async function chat(bot: Bot, desk: Desk, call: Call, config: Config, context: Surroundings): Promise<void> {
  const { incidents } = await bot.incidents.coverage();
  const holds = `The data holds ${incidents.toLocaleString('en-GB')} incidents.`;
  const from = () => ({ ...context, askedAt: call.common.now ?? new Date() });
  const greeting = greetingOf(holds, incidents > 1000);
  const historyFile = join(config.folder, 'history');
  await talk({ desk, from, greeting, historyFile }, process.stdin, process.stdout, look());
}

const withoutPlatforms = (config: Config): Config => ({ ...config, slack: undefined, discord: undefined });

/** What runs until it is told to stop: the platforms, and the server where a port is set. Otherwise somebody chats. */
async function assemble(config: Config, opened: Opened, metrics: Metrics | undefined, pictures: Pictures) {
  const { http } = config;
  const { parts, kept, db, alerts: rows } = opened;
  const checks: (() => Promise<string>)[] = [];
  const bot = createBot({ ...parts, checks }, menu);
  const desk = createDesk(bot, kept, pictures);
  const adapters = await adaptersOf(config, desk, parts);
  checks.push(...adapters.map((adapter) => adapter.check));
  const senders = new Map<string, Sender>(adapters.map((adapter) => [adapter.platform, adapter.sender]));
  let ended = false;
  const ending = () => {
    ended = true;
  };
  const doors = http && metrics ? [await httpDoor(http, { parts, metrics, adapters, db, ending: () => ended })] : [];
  const chatting = adapters.length + doors.length === 0;
  if (!shard) doors.push(sourcesDoor(parts));
  if (chatting) senders.set('console', consoleSender(process.stdout, look(), thread));
  const alerts = createAlerts({ ...parts, rows, senders });
  // Alerts are told by one process, not by every shard's.
  const run = () => live({ adapters, doors, alerts: shard ? undefined : alerts, say, log: parts.log, ending });
  return { bot, desk, alerts, doors, run: chatting ? undefined : run };
}

/** The Model Context Protocol; its library is loaded only here. Standard output is the protocol's alone. */
async function serveClients({ options, common }: Call, config: Config, desk: Desk, { log }: Parts): Promise<void> {
  const { serveMcp } = await import('../adapters/mcp/start-server.ts');
  const { port } = mcp.options.parse(options) as { port?: number };
  const { token, mayManage } = config.mcp;
  const now = () => common.now ?? new Date();
  const defaults = { zone: common.zone ?? config.zone, locale: common.locale ?? config.locale, mayManage, log, now };
  const say = (line: string) => process.stderr.write(`${line}\n`);
  await serveMcp(desk, defaults, { say, ...(port === undefined ? {} : { port }), ...(token ? { token } : {}) });
}

async function serve(call: Call, config: Config): Promise<number> {
  const progress = progressOn(process.stderr, call.common.json);
  const serving = call.command === undefined && call.common.batch === undefined;
  const metrics = await metricsFor(serving && !shard ? config.http : undefined);
  const name = call.command?.name;
  const many = serving || name === mcp.name;
  const opened = await openServices(config, progress, { shipped: name !== 'import', many, measures: metrics });
  progress.done();
  const pictures = createPictures();
  try {
    // Of single commands only status asks the platforms.
    const asked = many || name === 'status' ? config : withoutPlatforms(config);
    const { bot, desk, alerts, doors, run } = await assemble(asked, opened, metrics, pictures);
    const context = surroundings(call, config, progress);
    const watching = watchingIn(call);
    if (name === mcp.name) await serveClients(call, config, desk, opened.parts);
    else if (call.common.batch !== undefined) {
      await runBatch(
        call.common.batch,
        context,
        ({ text, ...from }) => desk.ask(text, from),
        (line) => process.stdout.write(`${line}\n`),
      );
    } else if (watching) {
      const folders = watching.files.map((folder) => watchDoor({ ...watching, folder }, opened, say));
      await live({ adapters: [], doors: folders, alerts: undefined, say, log: opened.parts.log });
    } else if (call.command) {
      const said = illustrated(await bot.run(call.command, call.options, context), pictures, 'light');
      const answer = await keepFiles(said, call.common.out);
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
  const [from = '', to = ''] = migrateMode.options.parse(options).databases as string[];
  const { moveDatabase } = await import('./migrate-engine.ts');
  process.stdout.write(`${movedLine(await moveDatabase(from, to))}\n`);
  return 0;
}

async function main(): Promise<number> {
  try {
    const call = parseCommandLine(process.argv.slice(2), [...menu, mcp, migrateMode]);
    if (call.common.batch !== undefined && (call.command?.name !== 'ask' || !call.common.json))
      throw new UsageError('--batch FILE goes with ask --json.');
    const config = readConfig();
    if (call.command?.name === migrateMode.name) return await move(call);
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
