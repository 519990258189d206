import { z } from 'zod';
import { composeDuplicates, composeEditConfirmation } from '../src/answers/edit-confirmation.ts';
import { composeUsage } from '../src/answers/replies.ts';
import { command } from '../src/app/command.ts';
import { applyEdit, authorOf, whyOption } from './apply-edit.ts';

const maxDuplicates = 5;

export const merge = command({
  name: 'merge',
  summary: 'Merge two records of the same incident; without ids, list likely duplicates',
  examples: ['merge', 'merge ucdp:145137 reported:market-attack --why "the same attack"'],
  options: z.object({
    ids: z
      .array(z.string().regex(/^\S+:\S+$/, 'is not an id; ids look like ucdp:145137'))
      .max(2, 'give at most two ids')
      .default([])
      .describe('Two ids: the one to keep, then the other. One id lists its likely duplicates'),
    why: whyOption.default('the same incident'),
  }),
  main: 'ids',
  for: 'managers',
  audience: 'everyone',
  async run({ ids: [kept, absorbed], why }, context) {
    if (kept === undefined || absorbed === undefined)
      return composeDuplicates(await context.bot.incidents.duplicates(maxDuplicates, kept), kept);
    if (kept === absorbed) return composeUsage('Give two different ids.');
    return applyEdit(context, { kind: 'merge', kept, absorbed }, authorOf(context, why), composeEditConfirmation);
  },
});
