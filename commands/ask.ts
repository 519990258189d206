import { z } from 'zod';
import { type Command, command } from '../src/app/command.ts';
import { commandWish } from '../src/reading/command-intent.ts';
import { brief } from './brief.ts';
import { help } from './help.ts';
import { missed } from './missed.ts';
import { status } from './status.ts';

/** What a program that asks may be told; it changes nothing. */
const toRead: readonly Command[] = [brief, missed, help, status];

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
    const wish = commandWish(question);
    const wished = wish && toRead.find(({ name }) => name === wish.command);
    return wished ? context.bot.run(wished, wish.options, context) : context.bot.ask({ ...context, text: question });
  },
});
