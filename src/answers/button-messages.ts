import { composeSaid, composeUsage } from './compose.ts';
import type { Answer } from './document/answer.ts';
import { wordsInLocale } from './messages/localize.ts';

/** The button is older than what is kept of it. */
export const composeExpired = (locale: string): Answer => composeUsage(wordsInLocale(locale).back.expired);

/** Thanks for a word on an answer. */
export const composeThanks = (right: boolean, locale: string): Answer => ({
  ...composeSaid(wordsInLocale(locale).back.thanks[right ? 'right' : 'wrong']),
  audience: 'asker',
});
