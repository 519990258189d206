import type { Answer } from './answers/answer.ts';
import type { Command, Context } from './command.ts';
import type { Question } from './question.ts';

/** The front door: everything asked in any channel comes in here, and nothing is thrown out of it. */
export interface Bot {
  ask(question: Question): Promise<Answer>;
  run(command: Command, options: unknown, context: Omit<Context, 'bot'>): Promise<Answer>;
}
