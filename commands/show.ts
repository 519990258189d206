import { z } from 'zod';
import { appendDuplicates } from '../src/answers/edit-confirmation.ts';
import { composeHistory, composeRecord, composeRetracted } from '../src/answers/record-answer.ts';
import { composeUsage } from '../src/answers/replies.ts';
import { command } from '../src/app/command.ts';
import { loadDialogueContext } from '../src/conversations/dialogue-context.ts';
import { query } from '../src/incidents/query.ts';
import { cut } from '../src/kernel/cut.ts';

export const show = command({
  name: 'show',
  summary: 'Show one incident with its sources and history',
  examples: ['show sitrep:samawah-convoy-2020-07-11'],
  options: z.object({
    id: z
      .string('give the id of the incident')
      .trim()
      .regex(/^\S+:\S+$/, 'is not an id; ids look like ucdp:145137')
      .describe('Id of the incident, as answers show it')
      .meta({ suggest: 'incident' }),
    history: z.boolean().default(true).describe('Include what was changed, when and by whom'),
  }),
  main: 'id',
  for: 'everyone',
  audience: 'everyone',
  async run({ id, history }, context) {
    const record = await context.bot.incidents.get(id);
    if (!record)
      return composeUsage(
        `There is no incident “${cut(id, 80)}”. Ids look like sitrep:samawah-convoy-2020-07-11 or ucdp:145137, as answers give them.`,
      );
    const { incidents } = context.bot;
    const { language } = await loadDialogueContext(context.bot, context);
    const changes = await incidents.history(id);
    const gone = changes.at(-1);
    if (gone?.after === null && gone.action !== 'absorb')
      return composeHistory(composeRetracted(record, gone, language), changes, language);
    const answer =
      record.kind === 'incident'
        ? await context.bot.find(query.parse({ measure: 'describe', about: 'all', filter: { ids: [id] } }), context)
        : composeRecord(record, language);
    const twins = appendDuplicates(answer, await incidents.duplicates(3, id), context.asker.mayCurate);
    // A merged record is shown with the one it was merged into, and so is its history.
    const all = record.id === id ? changes : [...changes, ...(await incidents.history(record.id))];
    return history ? composeHistory(twins, all, language) : twins;
  },
});
