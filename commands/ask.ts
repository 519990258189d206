import { z } from 'zod';
import { command } from '../src/command.ts';
import { commandWish } from '../src/understanding/command-wish.ts';
import { brief } from './brief.ts';
import { help } from './help.ts';
import { missed } from './missed.ts';
import { status } from './status.ts';

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
    return wish
      ? context.bot.run({ brief, missed, help, status }[wish.command], wish.options, context)
      : context.bot.ask({ ...context, text: question });
  },
});
