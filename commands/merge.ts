import { z } from 'zod';
import { composeUsage } from '../src/answers/compose.ts';
import { composeDuplicates, composeEditConfirmation } from '../src/answers/edit-confirmation.ts';
import { command } from '../src/app/command.ts';
import { applyEdit, authorOf, whyOption } from './apply-edit.ts';

const shown = 5;

export const merge = command({
  name: 'merge',
  summary: 'Tell two records of one incident together; without ids, what may be the same',
  examples: ['merge', 'merge ucdp:145137 reported:market-attack --why "the same attack"'],
  options: z.object({
    ids: z
      .array(z.string().regex(/^\S+:\S+$/, 'an id looks like ucdp:145137'))
      .max(2, 'name two ids')
      .default([])
      .describe('Two ids: the one to keep, then the other; one id lists what may be the same'),
    why: whyOption.default('the same incident'),
  }),
  main: 'ids',
  for: 'managers',
  audience: 'everyone',
  async run({ ids: [kept, absorbed], why }, context) {
    if (kept === undefined || absorbed === undefined)
      return composeDuplicates(await context.bot.incidents.duplicates(shown, kept), kept);
    if (kept === absorbed) return composeUsage('Name two different ids.');
    return applyEdit(context, { kind: 'merge', kept, absorbed }, authorOf(context, why), composeEditConfirmation);
  },
});
