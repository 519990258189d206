import { z } from 'zod';
import { noAnswerYet } from '../src/answers/export-answer.ts';
import { command } from '../src/app/command.ts';
import { exportFormats } from '../src/reading/export-intent.ts';
import { resolveQuery } from './resolve-query.ts';

export const exportCommand = command({
  name: 'export',
  summary: 'An answer as a file: CSV, spreadsheet, GeoJSON, JSON',
  examples: ['export "attacks in Iraq in 2016" --as xlsx', 'export --as csv'],
  options: z.object({
    question: z.string().trim().min(1).optional().describe('A question; without one, the last answer'),
    as: z.enum(exportFormats).default('csv').describe('What kind of file'),
    rows: z
      .enum(['answer', 'incidents'])
      .default('answer')
      .describe('What the answer tells, or the incidents behind its figures'),
  }),
  main: 'question',
  for: 'everyone',
  audience: 'everyone',
  async run({ question, as, rows }, context) {
    const about = await resolveQuery(question, context, noAnswerYet);
    if ('instead' in about) return about.instead;
    const { query, why } = about;
    return context.bot.export({ query, as, rows, ...(why ? { why } : {}) }, context);
  },
});
