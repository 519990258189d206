import type { Language } from '../kernel/language.ts';
import type { ParseResult } from '../reading/parse-result.ts';
import type { SmallTalk } from '../reading/small-talk.ts';
import type { Answer, AnswerAction } from './document/answer.ts';
import { messagesFor, messagesForLocale } from './messages/localize.ts';

/** An answer of one text, without parts or steps but those given. */
export const plain = (text: string, data: Answer['data'], next: AnswerAction[] = []): Answer => ({
  text,
  parts: [{ kind: 'text', text }],
  audience: 'everyone',
  next,
  sources: [],
  ...(data ? { data } : {}),
});

export function composeDeclined({ why }: Extract<ParseResult, { kind: 'declined' }>, language?: Language): Answer {
  const text = messagesFor(language).back.declined(why);
  return plain(text, { status: 'declined', text });
}

const failed = (text: string): Answer => ({
  ...plain(text, { status: 'declined', text }),
  audience: 'asker',
  failed: 1,
});

/** Something went wrong inside: what happened, what to do, and a reference to find it in the log. */
export const composeFailed = (reference: string, locale?: string): Answer =>
  failed(messagesForLocale(locale).back.failed(reference));

/** The database was asked for too much at once. */
export const composeTooSlow = (locale?: string): Answer => failed(messagesForLocale(locale).back.tooSlow);

/** A question of so many characters is not read. */
export const composeTooLong = (length: number, most: number, locale?: string): Answer =>
  composeUsage(messagesForLocale(locale).back.tooLong(length, most));

/** The thread's subject is left behind. */
export const composeReset = (language: Language): Answer => composeText(messagesFor(language).back.over);

/** Why an answer was as it was, where there is anything to explain. */
export const composeWhy = (why: string | undefined, language: Language | undefined): Answer =>
  composeText(why || messagesFor(language).back.nothingToExplain);

/** A greeting is answered with one, which is no answer of the data. */
export function composeTalk(talk: SmallTalk, language: Language): Answer {
  const text = messagesFor(language).back.talk[talk];
  return plain(text, { status: talk === 'counting' ? 'answered' : 'declined', text });
}

/** Words about the conversation itself. */
export const composeText = (text: string): Answer => plain(text, { status: 'answered', text });

/** It was used wrongly: what was wrong and how it is meant. */
export function composeUsage(words: string): Answer {
  return { ...plain(words, { status: 'declined', text: words }), audience: 'asker', failed: 2 };
}
