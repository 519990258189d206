import type { AnswerAction, Part } from './answer.ts';
import type { Citation } from './incident-card.ts';

/** What one way of answering contributes: the parts after the first sentence, the next steps. */
export interface AnswerBody {
  /** The first sentence, where the way makes it itself. */
  first?: string;
  parts: Part[];
  next?: AnswerAction[];
  sources?: Citation[];
}
