import type { Answer } from './answer.ts';
import { composeSaid, composeUsage } from './compose.ts';

/** The button is older than what is kept of it. */
export const composeExpired = (): Answer =>
  composeUsage('That button has expired: I keep them for thirty days. Please ask again.');

/** Thanks for a word on an answer. */
export const composeThanks = (right: boolean): Answer => ({
  ...composeSaid(
    right
      ? 'Thank you, noted as right.'
      : 'Thank you, noted as wrong with the question and how I read it. “why?” in the thread tells how I read it.',
  ),
  audience: 'asker',
});
