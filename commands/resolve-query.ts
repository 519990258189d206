import { composeDeclined, composeUnclear } from '../src/answers/compose.ts';
import type { Answer } from '../src/answers/document/answer.ts';
import { subjectOf } from '../src/app/command.ts';
import type { Context } from '../src/app/ports.ts';
import { loadDialogueContext } from '../src/conversations/dialogue-context.ts';
import type { Query } from '../src/incidents/query.ts';
import type { Language } from '../src/kernel/language.ts';

/** What a command is about: the question given with it, or the answer whose button was pressed, or the thread's last; `part`: of its words. */
export async function resolveQuery(
  question: string | undefined,
  context: Context,
  missing: (language: Language) => Answer,
  part?: (english: string) => string,
): Promise<{ query: Query; why?: string; language: Language } | { instead: Answer }> {
  const { language } = await loadDialogueContext(context.bot, context, question);
  if (question === undefined) {
    const about = await subjectOf(context);
    return about ? { query: about.query, why: about.why, language } : { instead: missing(language) };
  }
  const alone = { ...context, text: question, thread: undefined, within: undefined };
  const understood = await context.bot.read(alone, part);
  if (understood.kind === 'declined') return { instead: composeDeclined(understood, language) };
  return understood.kind === 'unclear'
    ? { instead: composeUnclear(understood, language) }
    : { query: understood.query, language };
}
