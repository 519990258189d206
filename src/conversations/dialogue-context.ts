import type { Vocabulary } from '../incidents/data-profile.ts';
import type { Language } from '../kernel/language.ts';
import { longestQuestion, type Question } from '../kernel/question.ts';
import type { UnderstandContext } from '../reader/context.ts';
import { understand } from '../reader/understand.ts';
import type { DialogueState } from '../reading/dialogue-state.ts';
import { asSaid } from '../reading/languages/back-translation.ts';
import { languageToAnswer, type NormalizedQuestion, normalizeQuestion } from '../reading/languages/detect-language.ts';
import type { ParseResult } from '../reading/parse-result.ts';
import type { DialogueStore } from './dialogue-store.ts';

type Names = Parameters<typeof normalizeQuestion>[1];
export type ThreadRef = Pick<Question, 'thread' | 'within' | 'askedAt'>;

/** Keys of the thread itself and of what it was started in. */
export const threadsOf = ({ thread, within }: ThreadRef): string[] =>
  [thread, within].filter((name): name is string => name !== undefined);

/** The latest dialogue state of the thread, or of what it was started in; undefined if neither has one. */
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

/** The question is longer than the limit; `length` and `most` in characters. */
export class TooLong extends Error {
  readonly length: number;
  readonly most = longestQuestion;
  constructor(length: number) {
    super(`${length} characters are more than the ${longestQuestion} that are read`);
    this.length = length;
  }
}

/** Normalises the words of a question (language, translation to the readers' English) and loads the state of its thread. Throws TooLong. */
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

/** The normalised question with other words, in the readers' English. */
export const withText = (question: NormalizedQuestion, text: string): NormalizedQuestion => ({
  ...question,
  pivot: { ...question.pivot, text },
  reworded: question.reworded === true || text !== question.pivot.text,
});

/** A question with the vocabulary of the current data. */
export interface QuestionContext extends DialogueContext {
  vocabulary: Vocabulary;
}

/** Parses a normalised question with its dialogue state. Never throws. */
export function parseQuestion(
  names: Names,
  { asker, askedAt: now, language }: Question,
  { normalized, state: previous, vocabulary }: QuestionContext,
): ParseResult {
  // Dates in choices of a French or Arabic answer are day first, as in the question.
  const locale = language ? 'en-GB' : asker.locale;
  const context = { now, zone: asker.timeZone, locale, names, vocabulary, previous };
  return parseNormalized(normalized, context);
}

/** The question in its own language; a part of it that was taken in the readers' English, in that. */
function parseNormalized({ language, pivot, reworded }: NormalizedQuestion, context: UnderstandContext): ParseResult {
  if (language === 'en') return understand(pivot.text, context);
  // French and Arabic dates have the day first, whatever the asker's locale.
  const dayFirst = { ...context, locale: 'en-GB' };
  return reworded ? asSaid(understand(pivot.text, dayFirst), pivot) : understand(pivot.said, { ...dayFirst, language });
}
