import { z } from 'zod';
import { composeEditConfirmation } from '../src/answers/edit-confirmation.ts';
import { command } from '../src/app/command.ts';
import { applyEdit, authorOf, idOption, whyOption } from './apply-edit.ts';

export const retract = command({
  name: 'retract',
  summary: 'Retract an incident: it is no longer counted but stays visible with the reason',
  examples: ['retract reported:market-attack --why "the source has withdrawn it"'],
  options: z.object({
    id: idOption,
    why: whyOption,
    undo: z.boolean().default(false).describe('Restore it instead'),
  }),
  main: 'id',
  for: 'managers',
  audience: 'everyone',
  run({ id, why, undo }, context) {
    const edit = { kind: undo ? ('restore' as const) : ('retract' as const), id };
    return applyEdit(context, edit, authorOf(context, why), composeEditConfirmation);
  },
});
