import type { z } from 'zod';
import type { Answer } from '../answers/document/answer.ts';
import type { Form } from '../kernel/form.ts';
import type { Question } from '../kernel/question.ts';
import type { Bot } from './bot.ts';

/** Told while a long command runs: "12,000 of 65,076 rows". */
export type Progress = (note: { done: number; of?: number; words: string }) => void;

export interface Context extends Omit<Question, 'text'> {
  bot: Bot;
  progress: Progress;
  signal?: AbortSignal;
}

/**
 * What a person can ask for by name; the same in Slack, Discord, the console and on the command line. `options` is a
 * flat zod object with a `.describe()` on each field, and `.meta({ suggest })` on those that name something (suggest.ts); the one named by `main` takes the words that follow the command.
 */
export interface Command<Options extends z.ZodObject = z.ZodObject> {
  name: string;
  summary: string;
  examples: string[];
  options: Options;
  main?: keyof z.infer<Options> & string;
  /** `channel`: those who manage the channel, and anyone in their own direct messages. */
  for: 'everyone' | 'managers' | 'channel';
  audience: 'everyone' | 'asker';
  run(options: z.infer<Options>, context: Context): Promise<Answer>;
  /** What it asks for before it runs; undefined where it has what it needs. */
  form?(options: Partial<z.infer<Options>>, bot: Bot): Promise<Form | undefined>;
}

/** Keeps the options' type while a command is told. */
export const command = <O extends z.ZodObject>(told: Command<O>): Command => told as unknown as Command;
