import type { Answer } from '../src/answers/answer.ts';
import { composeDeclined, composeUnclear } from '../src/answers/compose.ts';
import type { Context } from '../src/command.ts';
import type { Query } from '../src/incidents/query.ts';

/** What a command is about: the question given with it, or the thread's last answer. */
export async function meant(
  question: string | undefined,
  context: Context,
  missing: () => Answer,
): Promise<{ query: Query; why?: string } | { instead: Answer }> {
  if (question === undefined) {
    const last = await context.bot.recall(context);
    return last ? { query: last.query, why: last.why } : { instead: missing() };
  }
  const understood = await context.bot.read({ ...context, text: question, thread: undefined, within: undefined });
  if (understood.kind === 'declined') return { instead: composeDeclined(understood) };
  return understood.kind === 'unclear' ? { instead: composeUnclear(understood) } : { query: understood.query };
}
