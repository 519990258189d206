import type { Vocabulary } from '../incidents/data-profile.ts';
import type { Language } from '../kernel/language.ts';
import type { Question } from '../kernel/question.ts';
import { type Heard, heard, languageToAnswer } from '../reading/languages/detect-language.ts';
import type { Understood } from '../reading/parse-result.ts';
import { type Memory, understandHeard } from '../reading/understand.ts';
import type { Conversations } from './dialogue-store.ts';

type Names = Parameters<typeof heard>[1];
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

/** A question in its thread. */
export interface InThread {
  heard: Heard;
  /** What to answer in. */
  language: Language;
  memory: Memory | undefined;
}

export async function heardIn(
  { names, conversations }: { names: Names; conversations: Conversations },
  question: Omit<Question, 'text'>,
  spoken = '',
): Promise<InThread> {
  const { locale } = question.asker;
  const memory = await recalled(conversations, question);
  const told = heard(spoken, names, locale);
  const language = question.language ?? languageToAnswer(told.said, locale, memory?.language);
  return { heard: told, language, memory };
}

/** What is meant of what was heard, in the readers' English. */
export const partOf = (heard: Heard, text: string): Heard => ({ ...heard, glossed: { ...heard.glossed, text } });

/** A question heard by the names that the data has by now. */
export interface Known extends InThread {
  vocabulary: Vocabulary;
}

/** What the question means, in its thread. */
export function understoodIn(
  names: Names,
  { asker, askedAt: now, language }: Question,
  { heard, memory: previous, vocabulary }: Known,
): Understood {
  // What a French or Arabic answer offers has the day first, as its question had.
  const locale = language ? 'en-GB' : asker.locale;
  return understandHeard(heard, { now, zone: asker.timeZone, locale, names, vocabulary, previous });
}
