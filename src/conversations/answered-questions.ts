import { z } from 'zod';
import { day } from '../kernel/duration.ts';
import { dialogueState } from './dialogue-store.ts';
import type { ConversationRows } from './store.ts';

const answeredQuestion = z.object({
  /** As it was asked. */
  question: z.string(),
  /** The conversation it was asked in. */
  thread: z.string().optional(),
  /** What a new thread goes on from there. */
  within: z.string().optional(),
  /** The message with the answer, in the adapter's own JSON; missing where only the asker saw it. */
  posted: z.unknown().optional(),
  /** The dialogue state before the question, and after it. */
  before: dialogueState.optional(),
  after: dialogueState.optional(),
});

/** How the message of a question was answered. */
export type AnsweredQuestion = z.output<typeof answeredQuestion>;

/** Answered questions by the key of their message, for a day: their answers follow when they are edited or deleted. */
export interface AnsweredQuestions {
  find(message: string, now: number): Promise<AnsweredQuestion | undefined>;
  remember(message: string, answered: z.input<typeof answeredQuestion>, now: number): Promise<void>;
  forget(message: string): Promise<void>;
}

const keyOf = (message: string) => `answered:${message}`;

/** Kept in the table of conversations, and removed with them. */
export const openAnsweredQuestions = ({ threads }: Pick<ConversationRows, 'threads'>): AnsweredQuestions => ({
  async find(message, now) {
    const json = await threads.get(keyOf(message), now - day);
    return json === undefined ? undefined : answeredQuestion.safeParse(JSON.parse(json)).data;
  },
  remember: (message, answered, now) => threads.put(keyOf(message), now, JSON.stringify(answered)),
  forget: (message) => threads.remove(keyOf(message)),
});
