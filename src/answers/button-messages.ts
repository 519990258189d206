import type { Answer } from './document/answer.ts';
import { messagesForLocale } from './messages/localize.ts';
import { composeText, composeUsage } from './replies.ts';

/** The button's payload has expired. */
export const composeExpired = (locale: string): Answer => composeUsage(messagesForLocale(locale).back.expired);

/** The platform refused the answer, also as plain text; `reference`: of the log's lines about it. */
export const composeUndelivered = (reference: string, locale: string): Answer =>
  composeUsage(messagesForLocale(locale).back.undelivered(reference));

/** What stands in the place of an answer whose question is gone, or has become one for the asker alone. */
export const composeWithdrawn = (why: 'withdrawn' | 'answeredAlone', locale: string): Answer =>
  composeText(messagesForLocale(locale).back[why]);

/** In the channel, where an answer was for the asker alone and they accept no direct messages. */
export const composeClosedToDirect = (locale: string): Answer =>
  composeText(messagesForLocale(locale).back.closedToDirect);

/** Thanks for feedback. */
export const composeThanks = (right: boolean, locale: string): Answer => ({
  ...composeText(messagesForLocale(locale).back.thanks[right ? 'right' : 'wrong']),
  audience: 'asker',
});
