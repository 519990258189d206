import type { AnswerAction, Part } from './answer.ts';
import type { Citation } from './incident-card.ts';

/** What one way of answering contributes: the first sentence, the parts after it, the next steps. */
export interface AnswerBody {
  first: string;
  parts: Part[];
  next?: AnswerAction[];
  sources?: Citation[];
}
