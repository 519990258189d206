import { z } from 'zod';
import { command } from '../src/command.ts';
import { wordsOf } from './facets.ts';

export const map = command({
  name: 'map',
  summary: 'Where incidents were, on a map',
  examples: ['map --place Iraq --from 2016-01-01 --to 2016-12-31', 'map --place Mosul --near 50 --of killed'],
  options: z.object({
    place: z.string().optional().describe('A town, district, province or country').meta({ suggest: 'place' }),
    near: z.number().positive().max(2000).optional().describe('Kilometres around the place'),
    of: z.enum(['incidents', 'killed', 'civilians killed']).default('incidents').describe('What the circles count'),
    from: z.string().optional().describe('First day, 2016-01-31'),
    to: z.string().optional().describe('Last day, 2016-12-31'),
    type: z.string().optional().describe('Kind of incident').meta({ suggest: 'type' }),
    actor: z.string().optional().describe('Who took part').meta({ suggest: 'actor' }),
  }),
  for: 'everyone',
  audience: 'everyone',
  run: ({ of, ...said }, context) =>
    context.bot.ask({
      ...context,
      text: `a map of ${of === 'incidents' ? '' : `${of} in `}${wordsOf(said)}`,
      thread: undefined,
    }),
});
