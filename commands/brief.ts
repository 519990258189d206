import { z } from 'zod';
import { composeUnclear } from '../src/answers/clarification.ts';
import { composeDeclined, composeUsage } from '../src/answers/replies.ts';
import { command, subjectOf } from '../src/app/command.ts';
import type { Context } from '../src/app/ports.ts';
import { withoutPeriods } from '../src/incidents/periods.ts';
import { query } from '../src/incidents/query.ts';
import { briefSubject, briefUnits } from '../src/reading/brief-intent.ts';
import type { ParseResult } from '../src/reading/parse-result.ts';

export const brief = command({
  name: 'brief',
  summary: 'Summarise the last week, month or day, also as an HTML page',
  examples: ['brief Iraq', 'brief "attacks in Mexico" --period month'],
  options: z.object({
    question: z.string().trim().min(1).optional().describe('Subject: a place, a kind of incident or an actor'),
    period: z.enum(briefUnits).default('week').describe('Length of the period'),
  }),
  main: 'question',
  for: 'everyone',
  audience: 'everyone',
  async run({ question, period }, context) {
    const understood = await parseSubject(question, context);
    if (understood.kind === 'declined') return composeDeclined(understood);
    if (understood.kind === 'unclear') return composeUnclear(understood);
    if (understood.query.sides)
      return composeUsage('A brief covers one subject, not a comparison. For example: brief Iraq');
    // Few questions want a brief: what makes it is loaded only then.
    const { buildBrief } = await import('../src/briefs/brief.ts');
    const { answer, memory } = await buildBrief(context.bot.incidents, { ...understood, unit: period }, context);
    for (const thread of [context.thread, context.within])
      if (thread && memory) await context.bot.conversations.remember(thread, memory, context.askedAt.getTime());
    return answer;
  },
});

const nothingRead = { kind: 'query' as const, readings: [], unread: [], assumed: [], alternatives: [] };

/** The question, parsed outside its thread; without a question the subject of the answer or thread, or else all incidents. */
async function parseSubject(question: string | undefined, context: Context): Promise<ParseResult> {
  if (question !== undefined)
    return context.bot.read({ ...context, text: briefSubject(question), thread: undefined, within: undefined });
  const last = (await subjectOf(context))?.query;
  if (last) {
    return { ...nothingRead, query: { ...last, filter: withoutPeriods(last.filter) } };
  }
  return { ...nothingRead, query: query.parse({ measure: 'list', filter: {} }) };
}
