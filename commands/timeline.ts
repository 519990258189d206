import { z } from 'zod';
import { command } from '../src/app/command.ts';
import { answerOptions, filterOptions, placeOptions } from './filter-options.ts';

export const timeline = command({
  name: 'timeline',
  summary: 'List incidents in order of time',
  examples: ['timeline --place Hajin --from 2018-01-01 --to 2018-12-31'],
  options: z.object({
    place: placeOptions.place,
    ...filterOptions,
    limit: z.int().min(1).max(60).default(20).describe('How many to show; if there are more, the deadliest'),
  }),
  for: 'everyone',
  audience: 'everyone',
  run: ({ limit, ...filter }, context) => answerOptions(filter, { measure: 'timeline', limit }, context),
});
