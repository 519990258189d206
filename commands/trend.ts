import { z } from 'zod';
import { command } from '../src/app/command.ts';
import { filterOptions, filterWords, placeOption } from './filter-options.ts';

export const trend = command({
  name: 'trend',
  summary: 'Counts or deaths by day, week, month or year',
  examples: ['trend --place Borno --by year --of killed'],
  options: z.object({
    place: placeOption,
    by: z.enum(['day', 'week', 'month', 'year']).default('year').describe('One row for each'),
    of: z.enum(['incidents', 'killed', 'civilians killed']).default('incidents').describe('What is counted'),
    ...filterOptions,
  }),
  for: 'everyone',
  audience: 'everyone',
  run: ({ by, of, ...said }, context) =>
    context.bot.ask({
      ...context,
      text: `${of === 'incidents' ? '' : `${of} in `}${filterWords(said)} per ${by}`,
      thread: undefined,
    }),
});
