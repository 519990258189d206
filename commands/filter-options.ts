import { z } from 'zod';
import { composeUsage } from '../src/answers/compose.ts';
import type { Answer } from '../src/answers/document/answer.ts';
import { problemWords } from '../src/answers/frame-problem.ts';
import type { Context } from '../src/app/ports.ts';
import type { Frame } from '../src/frames/frame.ts';
import { type FilterOptions, frameOfOptions } from '../src/frames/frame-of-options.ts';
import type { Slots } from '../src/frames/slots.ts';

const name = z.string().trim().min(1).max(300).optional();
const day = z.string().trim().min(1).max(30).optional();

/** Where: the same for every command that asks about incidents. */
export const placeOptions = {
  place: name.describe('A town, district, province or country').meta({ suggest: 'place' }),
  near: z.number().positive().max(2000).optional().describe('Kilometres around the place'),
};

/** When, what kind and who, and what is left out. */
export const filterOptions = {
  from: day.describe('First day, month or year: 2016-01-31, 2016-01, 2016'),
  to: day.describe('Last day, month or year: 2016-12-31, 2016-12, 2016'),
  type: name.describe('Kind of incident: attacks, airstrikes, protests …').meta({ suggest: 'type' }),
  actor: name.describe('Who acted: either side of a fight, the attacker elsewhere').meta({ suggest: 'actor' }),
  role: z
    .enum(['attacker', 'target', 'either'])
    .default('attacker')
    .describe('What the actor was: it acted, it was attacked, or either'),
  except: name.describe('A place that is left out').meta({ suggest: 'place' }),
};

/** Answers what the options ask for; `shape` says what is wanted of the incidents. */
export async function answerOptions(
  options: FilterOptions,
  shape: Omit<Frame, keyof Slots>,
  context: Context,
): Promise<Answer> {
  const asked = frameOfOptions(options, shape);
  return 'problem' in asked ? composeUsage(problemWords(asked.problem)) : context.bot.query(asked.frame, context);
}
