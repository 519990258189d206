import { z } from 'zod';
import { command, subjectOf } from '../src/app/command.ts';
import { answerOptions, filterOptions, placeOptions } from './filter-options.ts';

export const search = command({
  name: 'search',
  summary: 'Search by place, date, kind of incident and actor',
  examples: ['search --place Iraq --from 2016-01-01 --to 2016-12-31 --type airstrikes', 'search --more'],
  options: z.object({
    ...placeOptions,
    ...filterOptions,
    text: z.string().trim().min(1).max(300).optional().describe('Words that must occur in the reports'),
    minKilled: z.int().positive().optional().describe('Minimum number of people killed'),
    order: z.enum(['newest', 'oldest', 'deadliest']).default('newest').describe('Sort order'),
    limit: z.int().min(1).max(100).default(5).describe('How many to show'),
    more: z.boolean().default(false).describe('Show the next page of the last answer'),
  }),
  for: 'everyone',
  audience: 'everyone',
  async run({ order, limit, more, ...filter }, context) {
    const last = more ? await subjectOf(context) : undefined;
    if (last) return context.bot.find({ ...last.query, offset: last.query.offset + last.query.limit }, context);
    return answerOptions(filter, { measure: 'list', order, limit }, context);
  },
});
