import type { Coverage } from '../incidents/data-profile.ts';
import type { Answer } from './document/answer.ts';
import { buildAnswer } from './document/build-answer.ts';
import { composeStatus } from './status-answer.ts';

/** The home page: what Sitrep is, what the data holds, questions to try. */
export function composeHome(coverage: Coverage, examples: readonly string[]): Answer {
  const first = 'Sitrep answers questions about reported incidents, and says who says so.';
  const answer = buildAnswer(first, [
    {
      kind: 'text',
      text: 'Ask here, or mention me in a channel. In a thread, go on with “and in Syria?”, “by month”, “why?”.',
    },
    ...composeStatus(coverage, []).parts,
  ]);
  return { ...answer, next: examples.map((question) => ({ label: question, action: { ask: question } })) };
}
