import type { z } from 'zod';
import type { About } from '../answers/document/answer.ts';
import type { Command, Context } from './ports.ts';

/** What a command without a question is about: the answer whose button was pressed, else the thread's last. */
export const subjectOf = async ({ bot, about, ...question }: Context): Promise<About | undefined> =>
  about ?? (await bot.recall(question));

/** Keeps the options' type while a command is told. */
export const command = <O extends z.ZodObject>(told: Command<O>): Command => told as unknown as Command;
