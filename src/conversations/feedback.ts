import type { Offer } from './button-payloads.ts';
import type { Rows } from './store.ts';

/** "Was this right?": one word a person and answer, kept with the question and how it was read. */
export interface Feedback {
  tell(key: string, offer: Offer, asker: string, right: boolean, now: number): Promise<void>;
  totals(): Promise<{ right: number; wrong: number }>;
}

export const openFeedback = ({ feedback }: Pick<Rows, 'feedback'>): Feedback => ({
  tell: (key, { question, understood }, asker, right, at) =>
    feedback.put({ offer: key, asker, at, right, question, understood: JSON.stringify(understood ?? null) }),
  totals: feedback.totals,
});
