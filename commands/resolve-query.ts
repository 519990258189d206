import { composeUnclear } from '../src/answers/clarification.ts';
import type { Answer } from '../src/answers/document/answer.ts';
import { composeDeclined } from '../src/answers/replies.ts';
import { subjectOf } from '../src/app/command.ts';
import type { Context } from '../src/app/ports.ts';
import { loadDialogueContext } from '../src/conversations/dialogue-context.ts';
import type { Query } from '../src/incidents/query.ts';
import type { Language } from '../src/kernel/language.ts';
import type { Caveat } from '../src/reading/caveat.ts';

/**
 * The query that a command is about: of the question given with it, else of the answer whose button was pressed, else of
 * the thread's last answer. `part` selects the words of the question (in the readers' English) to parse. Returns an
 * answer instead if the question is unclear or declined, or if there is none (`missing`).
 */
export async function resolveQuery(
  question: string | undefined,
  context: Context,
  missing: (language: Language) => Answer,
  part?: (english: string) => string,
): Promise<{ query: Query; why?: string; language: Language; caveats?: Caveat[] | undefined } | { instead: Answer }> {
  const { language } = await loadDialogueContext(context.bot, context, question);
  if (question === undefined) {
    const subject = await subjectOf(context);
    if (!subject) return { instead: missing(language) };
    const { query, why, caveats } = subject;
    return { query, why, language, caveats };
  }
  const standalone = { ...context, text: question, thread: undefined, within: undefined };
  const parsed = await context.bot.read(standalone, part);
  if (parsed.kind === 'declined') return { instead: composeDeclined(parsed, language) };
  if (parsed.kind === 'unclear') return { instead: composeUnclear(parsed, language) };
  return { query: parsed.query, language, caveats: parsed.caveats };
}
