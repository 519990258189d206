import { z } from 'zod';
import { noAnswerYet } from '../src/answers/export-answer.ts';
import { command } from '../src/app/command.ts';
import { exportFormats } from '../src/reading/export-intent.ts';
import { resolveQuery } from './resolve-query.ts';

export const exportCommand = command({
  name: 'export',
  summary: 'Export an answer as a file: CSV, spreadsheet, GeoJSON or JSON',
  examples: ['export "attacks in Iraq in 2016" --as xlsx', 'export --as csv'],
  options: z.object({
    question: z.string().trim().min(1).optional().describe('A question; default: the last answer'),
    as: z.enum(exportFormats).default('csv').describe('File format'),
    rows: z
      .enum(['answer', 'incidents'])
      .default('answer')
      .describe('Rows of the answer, or the incidents behind its figures'),
  }),
  main: 'question',
  for: 'everyone',
  audience: 'everyone',
  async run({ question, as, rows }, context) {
    const resolved = await resolveQuery(question, context, noAnswerYet);
    if ('instead' in resolved) return resolved.instead;
    const { query, why, caveats } = resolved;
    return context.bot.export({ query, as, rows, caveats, ...(why ? { why } : {}) }, context);
  },
});
