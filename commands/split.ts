import { z } from 'zod';
import { composeEditConfirmation } from '../src/answers/edit-confirmation.ts';
import { composeUsage } from '../src/answers/replies.ts';
import { command } from '../src/app/command.ts';
import { applyEdit, authorOf, idOption, whyOption } from './apply-edit.ts';

export const split = command({
  name: 'split',
  summary: 'Undo a merge; the two incidents are not proposed as duplicates again',
  examples: ['split reported:market-attack --why "another market"'],
  options: z.object({
    id: idOption.describe('Id of either of the two merged records'),
    why: whyOption.default('not the same incident'),
  }),
  main: 'id',
  for: 'managers',
  audience: 'everyone',
  async run({ id, why }, context) {
    const record = await context.bot.incidents.get(id);
    const parts = (record?.kind === 'incident' ? record.accounts : undefined) ?? [];
    if (record?.id === id && parts.length > 1)
      return composeUsage(
        `${id} is merged with ${parts.map((p) => p.id).join(', ')}. Give the id of the one to split off.`,
      );
    const absorbed = record?.id === id ? (parts[0]?.id ?? id) : id;
    return applyEdit(context, { kind: 'split', absorbed }, authorOf(context, why), composeEditConfirmation);
  },
});
