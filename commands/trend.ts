import { z } from 'zod';
import { command } from '../src/command.ts';
import { wordsOf } from './facets.ts';

export const trend = command({
  name: 'trend',
  summary: 'Counts or deaths by day, week, month or year',
  examples: ['trend --place Borno --by year --of killed'],
  options: z.object({
    place: z.string().optional().describe('A town, district, province or country').meta({ suggest: 'place' }),
    by: z.enum(['day', 'week', 'month', 'year']).default('year').describe('One row for each'),
    of: z.enum(['incidents', 'killed', 'civilians killed']).default('incidents').describe('What is counted'),
    from: z.string().optional().describe('First day, 2016-01-31'),
    to: z.string().optional().describe('Last day, 2016-12-31'),
    type: z.string().optional().describe('Kind of incident').meta({ suggest: 'type' }),
    actor: z.string().optional().describe('Who took part').meta({ suggest: 'actor' }),
  }),
  for: 'everyone',
  audience: 'everyone',
  run: ({ by, of, ...said }, context) =>
    context.bot.ask({
      ...context,
      text: `${of === 'incidents' ? '' : `${of} in `}${wordsOf(said)} per ${by}`,
      thread: undefined,
    }),
});
