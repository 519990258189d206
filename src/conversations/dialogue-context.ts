import type { Vocabulary } from '../incidents/data-profile.ts';
import type { Language } from '../kernel/language.ts';
import type { Question } from '../kernel/question.ts';
import { languageToAnswer, type NormalizedQuestion, normalizeQuestion } from '../reading/languages/detect-language.ts';
import type { ParseResult } from '../reading/parse-result.ts';
import { type DialogueState, parseNormalized } from '../reading/understand.ts';
import type { DialogueStore } from './dialogue-store.ts';

type Names = Parameters<typeof normalizeQuestion>[1];
export type ThreadRef = Pick<Question, 'thread' | 'within' | 'askedAt'>;

/** The thread itself, then what it was begun in. */
export const threadsOf = ({ thread, within }: ThreadRef): string[] =>
  [thread, within].filter((name): name is string => name !== undefined);

/** What the thread was last about. */
export async function recallDialogueState(
  conversations: DialogueStore,
  question: ThreadRef,
): Promise<DialogueState | undefined> {
  for (const thread of threadsOf(question)) {
    const state = await conversations.recall(thread, question.askedAt.getTime());
    if (state) return state;
  }
  return undefined;
}

/** A question in its thread. */
export interface DialogueContext {
  normalized: NormalizedQuestion;
  /** What to answer in. */
  language: Language;
  state: DialogueState | undefined;
}

/** In characters: reading costs more than in proportion. */
const longestQuestion = 500;

/** More words than are read at once. */
export class TooLong extends Error {
  readonly length: number;
  readonly most = longestQuestion;
  constructor(length: number) {
    super(`${length} characters are more than the ${longestQuestion} that are read`);
    this.length = length;
  }
}

/** The words as every question and command has them read, with the thread they were said in. Throws TooLong. */
export async function loadDialogueContext(
  { names, conversations }: { names: Names; conversations: DialogueStore },
  question: Omit<Question, 'text'>,
  text = '',
): Promise<DialogueContext> {
  if (text.length > longestQuestion) throw new TooLong(text.length);
  const { locale } = question.asker;
  const state = await recallDialogueState(conversations, question);
  const normalized = normalizeQuestion(text, names, locale);
  const language = question.language ?? languageToAnswer(normalized.detected, locale, state?.language);
  return { normalized, language, state };
}

/** What is meant of what was heard, in the readers' English. */
export const withText = (question: NormalizedQuestion, text: string): NormalizedQuestion => ({
  ...question,
  pivot: { ...question.pivot, text },
});

/** A question heard by the names that the data has by now. */
export interface QuestionContext extends DialogueContext {
  vocabulary: Vocabulary;
}

/** What the question means, in its thread. */
export function parseQuestion(
  names: Names,
  { asker, askedAt: now, language }: Question,
  { normalized, state: previous, vocabulary }: QuestionContext,
): ParseResult {
  // What a French or Arabic answer offers has the day first, as its question had.
  const locale = language ? 'en-GB' : asker.locale;
  return parseNormalized(normalized, { now, zone: asker.timeZone, locale, names, vocabulary, previous });
}
