import { z } from 'zod';
import { command } from '../src/app/command.ts';
import { filterOptions, filterWords, placeOption } from './filter-options.ts';

export const map = command({
  name: 'map',
  summary: 'Where incidents were, on a map',
  examples: ['map --place Iraq --from 2016-01-01 --to 2016-12-31', 'map --place Mosul --near 50 --of killed'],
  options: z.object({
    place: placeOption,
    near: z.number().positive().max(2000).optional().describe('Kilometres around the place'),
    of: z.enum(['incidents', 'killed', 'civilians killed']).default('incidents').describe('What the circles count'),
    ...filterOptions,
  }),
  for: 'everyone',
  audience: 'everyone',
  run: ({ of, ...said }, context) =>
    context.bot.ask({
      ...context,
      text: `a map of ${of === 'incidents' ? '' : `${of} in `}${filterWords(said)}`,
      thread: undefined,
    }),
});
