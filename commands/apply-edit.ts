import { z } from 'zod';
import type { Answer } from '../src/answers/document/answer.ts';
import { composeUsage } from '../src/answers/replies.ts';
import type { Context } from '../src/app/ports.ts';
import { EditError } from '../src/incidents/edit-error.ts';
import type { Author, ChangeRow, Edit } from '../src/incidents/incidents.ts';

export const idOption = z
  .string('give the id of the incident')
  .trim()
  .regex(/^\S+:\S+$/, 'is not an id; ids look like ucdp:145137')
  .describe('Id of the incident, as answers show it')
  .meta({ suggest: 'incident' });

export const whyOption = z
  .string('give a reason')
  .trim()
  .min(3, 'give a reason of at least 3 characters')
  .max(300)
  .describe('Reason for the change; shown to everyone and kept in the history');

export const authorOf = ({ asker, askedAt }: Context, why: string): Author => ({
  by: asker.name ?? asker.id,
  why,
  at: askedAt.toISOString(),
});

/** Applies one edit and composes its confirmation for everyone; an edit that is not possible (EditError) is explained to the asker alone. */
export async function applyEdit(
  { bot }: Context,
  edit: Edit,
  author: Author,
  compose: (changes: ChangeRow[]) => Answer,
): Promise<Answer> {
  try {
    return compose(await bot.incidents.edit(edit, author));
  } catch (error) {
    if (error instanceof EditError) return composeUsage(error.message);
    throw error;
  }
}
