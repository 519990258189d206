import { z } from 'zod';
import { composeEditConfirmation } from '../src/answers/edit-confirmation.ts';
import { command } from '../src/app/command.ts';
import { applyEdit, authorOf, idOption, whyOption } from './apply-edit.ts';

export const retract = command({
  name: 'retract',
  summary: 'Take an incident back: it leaves all counts and stays visible with the reason',
  examples: ['retract reported:market-attack --why "the source has withdrawn it"'],
  options: z.object({
    id: idOption,
    why: whyOption,
    undo: z.boolean().default(false).describe('Bring it back instead'),
  }),
  main: 'id',
  for: 'managers',
  audience: 'everyone',
  run({ id, why, undo }, context) {
    const edit = { kind: undo ? ('restore' as const) : ('retract' as const), id };
    return applyEdit(context, edit, authorOf(context, why), composeEditConfirmation);
  },
});
