import { z } from 'zod';
import type { Answer } from '../src/answers/document/answer.ts';
import { problemWords } from '../src/answers/frame-problem.ts';
import { composeUsage } from '../src/answers/replies.ts';
import type { Context } from '../src/app/ports.ts';
import type { Frame } from '../src/frames/frame.ts';
import { type FilterOptions, frameOfOptions } from '../src/frames/frame-of-options.ts';
import type { Slots } from '../src/frames/slots.ts';

const name = z.string().trim().min(1).max(300).optional();
const day = z.string().trim().min(1).max(30).optional();

/** Options for the place, shared by all commands that ask about incidents. */
export const placeOptions = {
  place: name.describe('Town, district, province or country').meta({ suggest: 'place' }),
  near: z.number().positive().max(2000).optional().describe('Radius around the place, in kilometres'),
};

/** Options for the period, kind of incident and actor, and for what to leave out. */
export const filterOptions = {
  from: day.describe('First day, month or year, e.g. 2016-01-31, 2016-01, 2016'),
  to: day.describe('Last day, month or year, e.g. 2016-12-31, 2016-12, 2016'),
  type: name.describe('Kind of incident, e.g. attacks, airstrikes, protests').meta({ suggest: 'type' }),
  actor: name.describe('Actor: either side of a fight, otherwise the attacker').meta({ suggest: 'actor' }),
  role: z
    .enum(['attacker', 'target', 'either'])
    .optional()
    .describe('Role of the actor: it attacked (default), it was attacked, or either'),
  except: name.describe('Place to leave out').meta({ suggest: 'place' }),
};

/** Answers a question given as options; `shape` holds its measure and the slots of the answer (`by`, `order`, `limit` …). */
export async function answerOptions(
  options: FilterOptions,
  shape: Omit<Frame, keyof Slots>,
  context: Context,
): Promise<Answer> {
  const result = frameOfOptions(options, shape);
  return 'problem' in result ? composeUsage(problemWords(result.problem)) : context.bot.query(result.frame, context);
}
