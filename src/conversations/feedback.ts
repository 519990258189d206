import type { ButtonPayload } from './button-payloads.ts';
import type { ConversationRows } from './store.ts';

/** Replies to "Was this right?": one per person and answer, stored with the question and how it was read. */
export interface Feedback {
  record(key: string, offer: ButtonPayload, asker: string, right: boolean, now: number): Promise<void>;
  totals(): Promise<{ right: number; wrong: number }>;
}

export const openFeedback = ({ feedback }: Pick<ConversationRows, 'feedback'>): Feedback => ({
  record: (key, { question, understood }, asker, right, at) =>
    feedback.put({ offer: key, asker, at, right, question, understood: JSON.stringify(understood ?? null) }),
  totals: feedback.totals,
});
