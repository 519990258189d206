import { z } from 'zod';
import { command } from '../src/app/command.ts';
import { readCommandIntent } from '../src/reading/command-intent.ts';

/** Commands that a question in words may run: those that change nothing. */
const readOnlyCommands: readonly string[] = ['brief', 'missed', 'help', 'status'];

export const ask = command({
  name: 'ask',
  summary: 'Ask a question in your own words',
  examples: ['ask "attacks near Samawah in July 2020"', 'ask "who claimed the convoy attack?"'],
  options: z.object({
    question: z
      .string('write your question')
      .trim()
      .min(1, 'write your question')
      .describe('The question, in plain words'),
  }),
  main: 'question',
  for: 'everyone',
  audience: 'everyone',
  run({ question }, context) {
    const intent = readCommandIntent(question);
    const target =
      intent &&
      readOnlyCommands.includes(intent.command) &&
      context.bot.menu.find(({ name }) => name === intent.command);
    return target ? context.bot.run(target, intent.options, context) : context.bot.ask({ ...context, text: question });
  },
});
