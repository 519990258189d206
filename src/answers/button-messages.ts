import type { Answer } from './document/answer.ts';
import { messagesForLocale } from './messages/localize.ts';
import { composeText, composeUsage } from './replies.ts';

/** The button's payload has expired. */
export const composeExpired = (locale: string): Answer => composeUsage(messagesForLocale(locale).back.expired);

/** Thanks for feedback. */
export const composeThanks = (right: boolean, locale: string): Answer => ({
  ...composeText(messagesForLocale(locale).back.thanks[right ? 'right' : 'wrong']),
  audience: 'asker',
});
