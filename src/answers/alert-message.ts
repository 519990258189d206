import type { Incident } from '../incidents/incident.ts';
import type { Answer, AnswerAction, Part } from './document/answer.ts';
import { textOf } from './document/plain-text.ts';
import type { Messages } from './messages/catalogue.ts';
import { clean } from './messages/english/text.ts';
import { messagesForLocale } from './messages/localize.ts';

/** What a channel asked to hear: its number and its words. */
export interface SubscriptionRef {
  id: number;
  words: string;
}

const dayInHours = 24;
const mostNamed = 5;

/** What a channel is told of its own accord. */
export function composeNotification(first: string, parts: Part[], next: AnswerAction[] = []): Answer {
  return {
    text: textOf(first, parts),
    parts: [{ kind: 'text', text: first }, ...parts],
    audience: 'everyone',
    next,
    sources: parts.flatMap((p) => (p.kind === 'incident' ? p.card.sources : [])),
  };
}

/** "“attacks near Samawah” (#1)" */
export function subscriptionNames({ account, alerts }: Messages, subscriptions: readonly SubscriptionRef[]): string {
  const names = subscriptions.slice(0, mostNamed).map((a) => alerts.asked(account.name(clean(a.words, 120)), a.id));
  return alerts.naming(names, subscriptions.length - names.length);
}

export const reasonPart = (w: Messages, subscriptions: readonly SubscriptionRef[]): Part => ({
  kind: 'note',
  text: w.alerts.because(subscriptionNames(w, subscriptions)),
});

export const stepsFor = ({ alerts: { steps } }: Messages, subscriptions: readonly SubscriptionRef[]): AnswerAction[] =>
  subscriptions.slice(0, 1).flatMap(({ id }) => [
    { label: steps.why, action: { run: 'subscriptions', options: { explain: id } } },
    { label: steps.mute, action: { run: 'subscriptions', options: { mute: id, hours: dayInHours } } },
    { label: steps.stop, action: { run: 'subscriptions', options: { remove: id } } },
  ]);

const cards = (w: Messages, incident: Incident | undefined): Part[] =>
  incident ? [{ kind: 'incident', card: w.account.card(incident) }] : [];

/** A new incident, with its sources, and why this channel hears of it; in French or Arabic where `locale` is. */
export function composeAlert(incident: Incident, subscriptions: readonly SubscriptionRef[], locale?: string): Answer {
  const w = messagesForLocale(locale);
  const first = w.alerts.reported(w.account.title(incident));
  return composeNotification(first, [...cards(w, incident), reasonPart(w, subscriptions)], stepsFor(w, subscriptions));
}

/** The alert as it reads now, to stand in the place of the one before. */
export function composeCorrected(
  incident: Incident,
  subscriptions: readonly SubscriptionRef[],
  locale?: string,
): Answer {
  const w = messagesForLocale(locale);
  const first = w.alerts.corrected(w.account.title(incident));
  return composeNotification(first, [...cards(w, incident), reasonPart(w, subscriptions)], stepsFor(w, subscriptions));
}

/** What a watching subscription saw: more than usual, or somebody new; with the incident that showed it. */
export function composeAnomaly(
  line: string,
  subscriptions: readonly SubscriptionRef[],
  incident?: Incident,
  locale?: string,
): Answer {
  const w = messagesForLocale(locale);
  return composeNotification(line, [...cards(w, incident), reasonPart(w, subscriptions)], stepsFor(w, subscriptions));
}

/** Under an alert: what changed about its incident, a line each. */
export function composeChanged(incident: Incident, lines: readonly string[], locale?: string): Answer {
  const { changes, account } = messagesForLocale(locale);
  return composeNotification(
    changes.changed(account.title(incident)),
    lines.slice(0, 10).map((text) => ({ kind: 'text', text })),
  );
}

/** Under an alert: its incident was taken back. */
export function composeRetracted(incident: Incident, reason: string, locale?: string): Answer {
  const { changes, account } = messagesForLocale(locale);
  return composeNotification(changes.takenBack(account.title(incident), account.name(clean(reason, 200))), []);
}

/** A try, so that a channel sees that it is told, and how; with an incident that it would have heard of. */
export function composeTest(subscriptions: readonly SubscriptionRef[], incident?: Incident, locale?: string): Answer {
  const w = messagesForLocale(locale);
  return composeNotification(w.alerts.test[incident ? 'some' : 'none'], [
    ...cards(w, incident),
    reasonPart(w, subscriptions),
  ]);
}

/** To the person who asked for them: why their channel hears no more. */
export function composePaused(subscriptions: readonly SubscriptionRef[], reason: string, locale?: string): Answer {
  const w = messagesForLocale(locale);
  const first = w.alerts.paused(w.account.name(clean(reason, 200)), subscriptionNames(w, subscriptions));
  return { ...composeNotification(first, [{ kind: 'note', text: w.alerts.wake }]), audience: 'asker' };
}
