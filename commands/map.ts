import { z } from 'zod';
import { command } from '../src/app/command.ts';
import { answerOptions, filterOptions, placeOptions } from './filter-options.ts';

export const map = command({
  name: 'map',
  summary: 'Show incidents on a map',
  examples: ['map --place Iraq --from 2016-01-01 --to 2016-12-31', 'map --place Mosul --near 50 --of killed'],
  options: z.object({
    ...placeOptions,
    of: z
      .enum(['incidents', 'killed', 'civilians killed'])
      .default('incidents')
      .describe('Figure that the circles show'),
    ...filterOptions,
  }),
  for: 'everyone',
  audience: 'everyone',
  run: ({ of, ...filter }, context) => answerOptions(filter, { measure: 'map', of }, context),
});
