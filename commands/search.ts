import { z } from 'zod';
import { command } from '../src/app/command.ts';
import { filterWords } from './filter-options.ts';

const orderWords = { newest: 'newest', oldest: 'oldest', deadliest: 'deadliest' };

export const search = command({
  name: 'search',
  summary: 'Search by place, dates, kind, actor',
  examples: ['search --place Iraq --from 2016-01-01 --to 2016-12-31 --type airstrikes', 'search --more'],
  options: z.object({
    place: z.string().optional().describe('A town, district, province or country').meta({ suggest: 'place' }),
    near: z.number().positive().max(2000).optional().describe('Kilometres around the place'),
    from: z.string().optional().describe('First day, 2016-01-31'),
    to: z.string().optional().describe('Last day, 2016-12-31'),
    type: z.string().optional().describe('Kind of incident: attacks, airstrikes, protests …').meta({ suggest: 'type' }),
    actor: z.string().optional().describe('Who took part').meta({ suggest: 'actor' }),
    text: z.string().optional().describe('Words in the reports'),
    minKilled: z.int().positive().optional().describe('At least this many killed'),
    order: z.enum(['newest', 'oldest', 'deadliest']).default('newest').describe('Which come first'),
    limit: z.int().min(1).max(100).default(5).describe('How many to show'),
    more: z.boolean().default(false).describe('The next page of the last answer'),
  }),
  for: 'everyone',
  audience: 'everyone',
  async run({ order, limit, more, ...said }, context) {
    const last = await context.bot.recall(context);
    if (last && more) return context.bot.find({ ...last.query, offset: last.query.offset + last.query.limit }, context);
    return context.bot.ask({
      ...context,
      text: `${orderWords[order]} ${limit} ${filterWords(said)}`,
      thread: undefined,
    });
  },
});
