import type { Language } from '../kernel/language.ts';
import { composeUsage } from './compose.ts';
import type { Answer } from './document/answer.ts';
import { buildAnswer } from './document/build-answer.ts';
import { messagesFor } from './messages/localize.ts';
import type { NotSubscribableReason } from './messages/subscription-text.ts';
import { name } from './subscription-messages.ts';

/** Told to the one who asked: a test goes the way of an alert. */
export const composeTesting = (id: number, language: Language): Answer =>
  buildAnswer(messagesFor(language).standing.testing(id), []);

const changed = (text: string): Answer => ({ ...buildAnswer(text, []), audience: 'everyone' });

/** Told to everyone in the channel: who ended one. */
export function composeStopped({ id, words }: { id: number; words: string }, who: string, language: Language): Answer {
  const w = messagesFor(language);
  return changed(w.standing.stopped(id, name(w, words, 120), name(w, who, 60)));
}

/** Told to everyone in the channel: who muted one for how many hours, or let it speak again. */
export function composeMuted(id: number, hours: number | undefined, who: string, language: Language): Answer {
  const w = messagesFor(language);
  const by = name(w, who, 60);
  return changed(hours === undefined ? w.standing.speaking(id, by) : w.standing.silenced(id, hours, by));
}

/** There is none of that number. */
export const composeNoSubscription = (id: number, language: Language): Answer =>
  composeUsage(messagesFor(language).standing.unknown(id));

export const composeAlready = (id: number, language: Language): Answer =>
  composeUsage(messagesFor(language).standing.already(id));

export const composeManagersOnly = (language: Language): Answer =>
  composeUsage(messagesFor(language).standing.managersOnly);

/** Nothing was said to hear of, or what cannot stand. */
export const composeNotSubscribable = (why: NotSubscribableReason | undefined, language: Language): Answer => {
  const { unsaid, cannot } = messagesFor(language).standing;
  return composeUsage(why === undefined ? unsaid : cannot[why]);
};
