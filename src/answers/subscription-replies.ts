import type { Language } from '../kernel/language.ts';
import type { Answer } from './document/answer.ts';
import { buildAnswer } from './document/build-answer.ts';
import { messagesFor } from './messages/localize.ts';
import type { NotSubscribableReason } from './messages/subscription-text.ts';
import { composeUsage } from './replies.ts';
import { name } from './subscription-messages.ts';

/** To the asker: a test alert is on its way. */
export const composeTesting = (id: number, language: Language): Answer =>
  buildAnswer(messagesFor(language).standing.testing(id), []);

const changed = (text: string): Answer => ({ ...buildAnswer(text, []), audience: 'everyone', channelWide: true });

/** To the channel: who removed a subscription. */
export function composeStopped({ id, words }: { id: number; words: string }, who: string, language: Language): Answer {
  const w = messagesFor(language);
  return changed(w.standing.stopped(id, name(w, words, 120), name(w, who, 60)));
}

/** To the asker: whether to stop a subscription that is everybody's in the channel. */
export function composeStopping({ id, words }: { id: number; words: string }, language: Language): Answer {
  const w = messagesFor(language);
  const { standing, alerts } = w;
  return {
    ...buildAnswer(standing.stopping(id, name(w, words, 120)), []),
    channelWide: true,
    next: [
      { label: standing.steps.stop(id), action: { run: 'subscriptions', options: { remove: id } } },
      { label: alerts.steps.mute, action: { run: 'subscriptions', options: { mute: id, hours: 24 } } },
    ],
  };
}

/** To the asker, when the channel itself was told that it is subscribed. */
export const composeSubscriptionMade = (id: number, language: Language): Answer =>
  buildAnswer(messagesFor(language).standing.made(id), []);

/** The channel cannot get alerts, for the reason that the platform gives. */
export function composeCannotPost(reason: string, language: Language): Answer {
  const w = messagesFor(language);
  return composeUsage(w.standing.cannotPost(name(w, reason, 160)));
}

/** To the channel: who muted a subscription for how many hours, or unmuted it. */
export function composeMuted(id: number, hours: number | undefined, who: string, language: Language): Answer {
  const w = messagesFor(language);
  const by = name(w, who, 60);
  return changed(hours === undefined ? w.standing.speaking(id, by) : w.standing.silenced(id, hours, by));
}

/** There is no subscription with that number. */
export const composeNoSubscription = (id: number, language: Language): Answer =>
  composeUsage(messagesFor(language).standing.unknown(id));

export const composeAlready = (id: number, language: Language): Answer =>
  composeUsage(messagesFor(language).standing.already(id));

export const composeManagersOnly = (language: Language): Answer =>
  composeUsage(messagesFor(language).standing.managersOnly);

/** There is no question to subscribe to, or it cannot be subscribed to. */
export const composeNotSubscribable = (why: NotSubscribableReason | undefined, language: Language): Answer => {
  const { unsaid, cannot } = messagesFor(language).standing;
  return composeUsage(why === undefined ? unsaid : cannot[why]);
};
