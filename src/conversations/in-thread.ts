import type { Question } from '../question.ts';
import {
  inEnglish,
  type Language,
  languageOfLocale,
  languageSaid,
  languageToAnswer,
} from '../understanding/languages/language.ts';
import type { Memory } from '../understanding/understand.ts';
import type { Conversations } from './conversations.ts';

export type Threaded = Pick<Question, 'thread' | 'within' | 'askedAt'>;

/** The thread itself, then what it was begun in. */
export const threadsOf = ({ thread, within }: Threaded): string[] =>
  [thread, within].filter((name): name is string => name !== undefined);

/** What the thread was last about. */
export async function recalled(conversations: Conversations, question: Threaded): Promise<Memory | undefined> {
  for (const thread of threadsOf(question)) {
    const memory = await conversations.recall(thread, question.askedAt.getTime());
    if (memory) return memory;
  }
  return undefined;
}

/** The language to answer in, and what was said in the readers' English. */
export async function heardIn(
  { names, conversations }: { names: Parameters<typeof inEnglish>[2]; conversations: Conversations },
  question: Omit<Question, 'text'>,
  spoken = '',
): Promise<{ language: Language; english: string }> {
  const { locale } = question.asker;
  const said = languageSaid(spoken, names);
  const language = languageToAnswer(said, locale, (await recalled(conversations, question))?.language);
  return { language, english: inEnglish(spoken, said ?? languageOfLocale(locale), names).text };
}
