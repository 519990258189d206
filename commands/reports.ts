import { z } from 'zod';
import { composeUnreviewedReports } from '../src/answers/unreviewed-reports.ts';
import { command } from '../src/app/command.ts';

export const reports = command({
  name: 'reports',
  summary: 'List unreviewed news and machine-read reports; they are never counted',
  examples: ['reports samawah', 'reports --limit 10'],
  options: z.object({
    text: z.string().trim().min(1).max(200).optional().describe('Words that must occur in them'),
    limit: z.int().min(1).max(50).default(5).describe('How many to show'),
    from: z.int().min(1).default(1).describe('Number of the first to show, counted from the newest'),
  }),
  main: 'text',
  for: 'everyone',
  audience: 'everyone',
  async run({ text, limit, from }, { bot }) {
    const offset = from - 1;
    return composeUnreviewedReports(await bot.incidents.reports({ text, limit, offset }), { text, limit, offset });
  },
});
