import { z } from 'zod';
import { command } from '../src/app/command.ts';
import { answerOptions, filterOptions, placeOptions } from './filter-options.ts';

export const trend = command({
  name: 'trend',
  summary: 'Count incidents or deaths by day, week, month or year',
  examples: ['trend --place Borno --by year --of killed'],
  options: z.object({
    place: placeOptions.place,
    by: z
      .enum(['day', 'week', 'month', 'quarter', 'half', 'year', 'weekday', 'hour'])
      .default('year')
      .describe('Unit of time'),
    of: z.enum(['incidents', 'killed', 'civilians killed']).default('incidents').describe('Figure to count'),
    ...filterOptions,
  }),
  for: 'everyone',
  audience: 'everyone',
  run: ({ by, of, ...filter }, context) => answerOptions(filter, { measure: 'trend', by, of }, context),
});
