import { z } from 'zod';
import { command } from '../src/command.ts';
import { wordsOf } from './facets.ts';

export const timeline = command({
  name: 'timeline',
  summary: 'What happened, in order',
  examples: ['timeline --place Hajin --from 2018-01-01 --to 2018-12-31'],
  options: z.object({
    place: z.string().optional().describe('A town, district, province or country').meta({ suggest: 'place' }),
    from: z.string().optional().describe('First day, 2016-01-31'),
    to: z.string().optional().describe('Last day, 2016-12-31'),
    type: z.string().optional().describe('Kind of incident').meta({ suggest: 'type' }),
    actor: z.string().optional().describe('Who took part').meta({ suggest: 'actor' }),
    limit: z.int().min(1).max(60).default(20).describe('How many to tell; the deadliest of more'),
  }),
  for: 'everyone',
  audience: 'everyone',
  run: ({ limit, ...said }, context) =>
    context.bot.ask({ ...context, text: `a timeline of the top ${limit} ${wordsOf(said)}`, thread: undefined }),
});
