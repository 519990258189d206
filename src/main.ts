import { join } from 'node:path';
import { menu } from '../commands/index.ts';
import { runBatch } from './adapters/console/batch.ts';
import { type Chat, talk } from './adapters/console/chat.ts';
import { greetingOf } from './adapters/console/greeting.ts';
import { progressOn } from './adapters/console/progress.ts';
import { render } from './adapters/console/render.ts';
import type { Answer, Step } from './answers/answer.ts';
import { composeUsage } from './answers/compose.ts';
import type { Bot } from './bot.ts';
import type { Context, Progress } from './command.ts';
import { type Call, parseCommandLine, UsageError } from './command-line.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { DatabaseError } from './database/database.ts';
import { openServices } from './services.ts';

type Surroundings = Omit<Context, 'bot'>;

const look = () => ({
  colour: Boolean(process.stdout.isTTY) && !process.env.NO_COLOR,
  width: Math.min(110, process.stdout.columns ?? 100),
});

// A console's conversation ends with its process.
const thread = `console:${process.pid}:${Date.now()}`;

function surroundings({ common }: Call, config: Config, progress: Progress): Surroundings {
  return {
    asker: {
      id: 'console',
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
  else (status === 0 ? process.stdout : process.stderr).write(`${render(answer, look())}\n`);
  return status;
}

function chatWith(bot: Bot, call: Call, config: Config, context: Surroundings, greeting: string): Chat {
  const now = () => ({ ...context, askedAt: call.common.now ?? new Date() });
  const runStep = async (name: string, options: Record<string, unknown>) => {
    const command = menu.find((c) => c.name === name);
    return command ? bot.run(command, options, now()) : composeUsage(`There is no command “${name}”.`);
  };
  return {
    greeting,
    historyFile: join(config.folder, 'history'),
    ask: (text) => bot.ask({ ...now(), text }),
    step: (step: Step) =>
      'ask' in step.does ? bot.ask({ ...now(), text: step.does.ask }) : runStep(step.does.run, step.does.options),
    run: async (words) => {
      try {
        const { command, options } = parseCommandLine(
          words.match(/"[^"]*"|\S+/g)?.map((w) => w.replace(/^"|"$/g, '')) ?? ['help'],
          menu,
        );
        return command ? await bot.run(command, options, now()) : composeUsage('Type /help for the commands.');
      } catch (error) {
        if (error instanceof UsageError) return composeUsage(error.message);
        throw error;
      }
    },
  };
}

async function serve(call: Call, config: Config): Promise<number> {
  const progress = progressOn(process.stderr, call.common.json);
  const bot = await openServices(config, progress, call.command?.name !== 'import');
  progress.done();
  const context = surroundings(call, config, progress);
  try {
    if (call.common.batch !== undefined) {
      await runBatch(call.common.batch, context, bot.ask, (line) => process.stdout.write(`${line}\n`));
      return 0;
    }
    if (call.command) {
      const answer = await bot.run(call.command, call.options, context);
      progress.done();
      return print(answer, call.common.json);
    }
    const { incidents } = await bot.incidents.coverage();
    const holds = `The data holds ${incidents.toLocaleString('en-GB')} incidents.`;
    await talk(
      chatWith(bot, call, config, context, greetingOf(holds, incidents > 1000)),
      process.stdin,
      process.stdout,
      look(),
    );
    return 0;
  } finally {
    await bot.incidents.close();
  }
}

async function main(): Promise<number> {
  try {
    const call = parseCommandLine(process.argv.slice(2), menu);
    if (call.common.batch !== undefined && (call.command?.name !== 'ask' || !call.common.json))
      throw new UsageError('--batch FILE goes with ask --json.');
    const config = readConfig();
    return await serve(call, { ...config, db: call.common.db ?? config.db });
  } catch (error) {
    const known =
      error instanceof UsageError ||
      error instanceof ConfigError ||
      error instanceof DatabaseError ||
      (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (!known) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

// A reader that has read enough (head, less) closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await main();
