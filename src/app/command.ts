import type { z } from 'zod';
import type { AnswerSubject } from '../answers/document/answer.ts';
import type { Command, Context } from './ports.ts';

/** What a command without a question is about: the answer whose button was pressed, or else the thread's last answer. */
export const subjectOf = async ({ bot, subject, ...question }: Context): Promise<AnswerSubject | undefined> =>
  subject ?? (await bot.recall(question));

/** Declares a command: `run` and `form` are typed by its options, and the menu holds it as a plain Command. */
export const command = <O extends z.ZodObject>(definition: Command<O>): Command => definition as unknown as Command;
