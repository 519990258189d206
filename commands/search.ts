import { z } from 'zod';
import type { Answer } from '../src/answers/document/answer.ts';
import { composeUsage } from '../src/answers/replies.ts';
import { command, subjectOf } from '../src/app/command.ts';
import type { Context } from '../src/app/ports.ts';
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
    order: z.enum(['newest', 'oldest', 'deadliest']).optional().describe('Sort order; default: newest'),
    limit: z.int().min(1).max(100).optional().describe('How many to show; default: 5'),
    more: z.boolean().default(false).describe('Show the next page of the last answer; takes no other option'),
  }),
  for: 'everyone',
  audience: 'everyone',
  async run({ more, ...options }, context) {
    if (more) return nextPage(options, context);
    const { order = 'newest', limit = 5, ...filter } = options;
    return answerOptions(filter, { measure: 'list', order, limit }, context);
  },
});

/** The next page of the last answer; an error with other options, or if there is no answer yet. */
async function nextPage(others: object, context: Context): Promise<Answer> {
  if (Object.values(others).some((value) => value !== undefined))
    return composeUsage(
      '--more shows the next page of the last answer: give it without other options, or leave it out.',
    );
  const last = await subjectOf(context);
  if (!last) return composeUsage('There is no answer here yet to show more of. Ask first: search --place Iraq');
  return context.bot.find({ ...last.query, offset: last.query.offset + last.query.limit }, context);
}
