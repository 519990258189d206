import { z } from 'zod';
import { composeEditConfirmation } from '../src/answers/edit-confirmation.ts';
import { composeUsage } from '../src/answers/replies.ts';
import { command } from '../src/app/command.ts';
import { applyEdit, authorOf, idOption, whyOption } from './apply-edit.ts';
import { OptionError, parseCorrection } from './parse-correction.ts';

const people = z.int().nonnegative().max(1_000_000).optional();
const words = z.string().trim().min(1).max(300).optional();

export const correct = command({
  name: 'correct',
  summary: 'Correct an incident, visibly to everyone: figures, date, place, kind, claims',
  examples: [
    'correct ucdp:145137 --killed 12 --low 10 --high 15 --why "hospital list"',
    'correct reported:market-attack --confirmed --why "two sources checked"',
  ],
  options: z.object({
    id: idOption,
    why: whyOption,
    killed: people.describe('People killed, best estimate; 0 means none'),
    low: people.describe('Lowest estimate of people killed'),
    high: people.describe('Highest estimate of people killed'),
    wounded: people.describe('People wounded'),
    date: words.describe('Day or days, e.g. 11 July 2020, 3 to 5 March 2016'),
    place: words.describe('Town, district or province').meta({ suggest: 'place' }),
    lat: z.number().min(-90).max(90).optional().describe('Latitude in degrees; needs lon'),
    lon: z.number().min(-180).max(180).optional().describe('Longitude in degrees; needs lat'),
    type: words.describe('Kind of incident, e.g. airstrike, ambush').meta({ suggest: 'type' }),
    title: words.describe('Short title'),
    claimedBy: words.describe('Actor that has claimed it'),
    blamed: words.describe('Actor blamed for it'),
    deniedBy: words.describe('Actor that has denied it'),
    source: words.describe('Source of the correction; default: you'),
    confirmed: z.boolean().default(false).describe('Mark it as reviewed by a manager'),
  }),
  main: 'id',
  for: 'managers',
  audience: 'everyone',
  async run({ id, ...corrections }, context) {
    const record = await context.bot.incidents.get(id);
    if (record && record.kind !== 'incident')
      return composeUsage(`${id} is not an incident but a reported ${record.kind}; only incidents can be corrected.`);
    try {
      const author = authorOf(context, corrections.why);
      const amendment = record && (await parseCorrection(record, corrections, author, context));
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
