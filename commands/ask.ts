import { z } from 'zod';
import { command } from '../src/app/command.ts';
import { readCommandIntent } from '../src/reading/command-intent.ts';

/** What a program that asks may be told: commands that change nothing. */
const reading: readonly string[] = ['brief', 'missed', 'help', 'status'];

export const ask = command({
  name: 'ask',
  summary: 'Ask in your own words',
  examples: ['ask "attacks near Samawah in July 2020"', 'ask "who claimed the convoy attack?"'],
  options: z.object({
    question: z
      .string('write your question')
      .trim()
      .min(1, 'write your question')
      .describe('Your question, in plain words'),
  }),
  main: 'question',
  for: 'everyone',
  audience: 'everyone',
  run({ question }, context) {
    const wish = readCommandIntent(question);
    const wished = wish && reading.includes(wish.command) && context.bot.menu.find(({ name }) => name === wish.command);
    return wished ? context.bot.run(wished, wish.options, context) : context.bot.ask({ ...context, text: question });
  },
});
