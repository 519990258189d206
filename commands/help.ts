import { z } from 'zod';
import { composeHelp } from '../src/answers/help-answer.ts';
import { composeUsage } from '../src/answers/replies.ts';
import { command } from '../src/app/command.ts';
import { cut } from '../src/kernel/cut.ts';

export const help = command({
  name: 'help',
  summary: 'Show what you can ask, and how',
  examples: ['help', 'help search'],
  options: z.object({
    command: z.string().regex(/^\S+$/, 'give the name of one command').optional().describe('Name of one command'),
  }),
  main: 'command',
  for: 'everyone',
  audience: 'asker',
  async run({ command: name }, { bot }) {
    const menu = bot.menu.filter((c) => c.only === undefined);
    const one = bot.menu.find((c) => c.name === name);
    if (name && !one)
      return composeUsage(`There is no command “${cut(name, 40)}”. The menu: ${menu.map((c) => c.name).join(', ')}.`);
    return composeHelp(one ? [one] : menu, one !== undefined, one ? [] : await bot.examples());
  },
});
