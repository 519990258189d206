import { z } from 'zod';
import { composeUsage } from '../src/answers/compose.ts';
import { composeEditConfirmation } from '../src/answers/edit-confirmation.ts';
import { command } from '../src/app/command.ts';
import { applyEdit, authorOf, idOption, whyOption } from './apply-edit.ts';
import { OptionError, parseCorrection } from './parse-correction.ts';

const people = z.int().nonnegative().max(1_000_000).optional();
const words = z.string().trim().min(1).max(300).optional();

export const correct = command({
  name: 'correct',
  summary: 'Put an incident right, for everyone to see: figures, date, place, kind, claims',
  examples: [
    'correct ucdp:145137 --killed 12 --low 10 --high 15 --why "hospital list"',
    'correct reported:market-attack --confirmed --why "two sources checked"',
  ],
  options: z.object({
    id: idOption,
    why: whyOption,
    killed: people.describe('People killed, best estimate; 0 means none'),
    low: people.describe('The lowest estimate of the killed'),
    high: people.describe('The highest estimate of the killed'),
    wounded: people.describe('People wounded'),
    date: words.describe('The day or days: 11 July 2020, 3 to 5 March 2016'),
    place: words.describe('Town, district or province').meta({ suggest: 'place' }),
    lat: z.number().min(-90).max(90).optional().describe('Latitude in degrees, with lon'),
    lon: z.number().min(-180).max(180).optional().describe('Longitude in degrees, with lat'),
    type: words.describe('Kind of incident: airstrike, ambush …').meta({ suggest: 'type' }),
    title: words.describe('A short title'),
    claimedBy: words.describe('Who has claimed it'),
    blamed: words.describe('Who is blamed for it'),
    deniedBy: words.describe('Who has denied it'),
    source: words.describe('Who says so; without it, you'),
    confirmed: z.boolean().default(false).describe('A manager has reviewed it: it is no longer “not reviewed yet”'),
  }),
  main: 'id',
  for: 'managers',
  audience: 'everyone',
  async run({ id, ...said }, context) {
    const record = await context.bot.incidents.get(id);
    if (record && record.kind !== 'incident')
      return composeUsage(`${id} is no incident but a reported ${record.kind}. Only incidents are corrected.`);
    try {
      const author = authorOf(context, said.why);
      const amendment = record && (await parseCorrection(record, said, author, context));
      return await applyEdit(
        context,
        { kind: 'correct', id, amendment: amendment ?? { ...author, now: {} } },
        author,
        composeEditConfirmation,
      );
    } catch (error) {
      if (error instanceof OptionError) return composeUsage(error.message);
      throw error;
    }
  },
});
