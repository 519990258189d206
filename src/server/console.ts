import { join } from 'node:path';
import { runChat } from '../adapters/console/chat.ts';
import { render } from '../adapters/console/render.ts';
import { greetingOf, loginName } from '../adapters/console/session.ts';
import type { Answer } from '../answers/document/answer.ts';
import type { Call } from '../app/command-line.ts';
import type { Dispatcher } from '../app/dispatcher.ts';
import type { Bot, Context, Progress } from '../app/ports.ts';
import type { Config } from '../config/config.ts';
import { isShardProcess } from './adapter-factory.ts';

type ConsoleContext = Omit<Context, 'bot'>;

/** How standard output is rendered. */
export const terminal = () => ({
  colour: Boolean(process.stdout.isTTY) && !process.env.NO_COLOR,
  width: Math.min(110, process.stdout.columns ?? 100),
});

/** Prints a line, except in a shard: its manager has printed it. */
export const printLine = (line: string) => {
  if (!isShardProcess) process.stdout.write(`${line}\n`);
};

/** The console's conversation, which ends with the process. */
export const thread = `console:${process.pid}:${Date.now()}`;

/** The context of a command line, whose user may do everything. */
export function contextOf({ common }: Call, config: Config, progress: Progress): ConsoleContext {
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

/** Prints an answer, as text or as JSON; returns the exit status. */
export function printAnswer(answer: Answer, json: boolean): number {
  const status = answer.failed ?? 0;
  if (json) process.stdout.write(`${JSON.stringify(answer.data ?? { status: 'declined', text: answer.text })}\n`);
  // Without choices, since the program ends here.
  else (status === 0 ? process.stdout : process.stderr).write(`${render({ ...answer, next: [] }, terminal())}\n`);
  return status;
}

/** Chats until the user ends it. */
export async function chat(
  bot: Bot,
  dispatcher: Dispatcher,
  call: Call,
  config: Config,
  context: ConsoleContext,
): Promise<void> {
  const { incidents } = await bot.incidents.coverage();
  const holds = `The data holds ${incidents.toLocaleString('en-GB')} incidents.`;
  const nextContext = () => ({ ...context, askedAt: call.common.now ?? new Date() });
  const greeting = greetingOf({ holds, examples: await bot.examples(), large: incidents > 1000 });
  const historyFile = join(config.folder, 'history');
  await runChat({ dispatcher, context: nextContext, greeting, historyFile }, process.stdin, process.stdout, terminal());
}
