import type { Part, Step } from './answer.ts';
import type { Source } from './incident-card.ts';

/** What one way of answering contributes: the first sentence, the parts after it, the next steps. */
export interface Composed {
  first: string;
  parts: Part[];
  next?: Step[];
  sources?: Source[];
}
