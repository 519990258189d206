import { z } from 'zod';
import { composeUsage } from '../src/answers/compose.ts';
import type { Answer } from '../src/answers/document/answer.ts';
import type { Context } from '../src/app/ports.ts';
import { EditError } from '../src/incidents/edit-error.ts';
import type { Author, ChangeRow, Edit } from '../src/incidents/incidents.ts';

export const idOption = z
  .string('name its id')
  .trim()
  .regex(/^\S+:\S+$/, 'an id looks like ucdp:145137')
  .describe('The id, as answers give it')
  .meta({ suggest: 'incident' });

export const whyOption = z
  .string('say why')
  .trim()
  .min(3, 'say why')
  .max(300)
  .describe('Why; everyone sees it, and it stays in the history');

export const authorOf = ({ asker, askedAt }: Context, why: string): Author => ({
  by: asker.name ?? asker.id,
  why,
  at: askedAt.toISOString(),
});

/** One edit, told to everyone; what cannot be done is told to the asker alone. */
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
