import type { Incident } from '../incidents/incident.ts';
import type { Answer, AnswerAction, Part } from './document/answer.ts';
import { textOf } from './document/plain-text.ts';
import type { MessageCatalogue } from './messages/catalogue.ts';
import { clean } from './messages/english/text.ts';
import { messagesForLocale } from './messages/localize.ts';

/** A subscription as alerts name it: its number and its question in words. */
export interface SubscriptionRef {
  id: number;
  words: string;
}

const dayInHours = 24;
const mostNamed = 5;

/** A notification to a channel, for everyone in it. */
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
export function subscriptionNames(
  { account, alerts }: MessageCatalogue,
  subscriptions: readonly SubscriptionRef[],
): string {
  const names = subscriptions.slice(0, mostNamed).map((a) => alerts.asked(account.name(clean(a.words, 120)), a.id));
  return alerts.naming(names, subscriptions.length - names.length);
}

/** The note that names the subscriptions an alert matches. */
export const reasonPart = (w: MessageCatalogue, subscriptions: readonly SubscriptionRef[]): Part => ({
  kind: 'note',
  text: w.alerts.because(subscriptionNames(w, subscriptions)),
});

/** Asks back before a subscription is removed: it is everybody's in the channel. */
export const askToStop = (id: number): AnswerAction['action'] => ({
  run: 'subscriptions',
  options: { remove: id, confirm: false },
});

/** The buttons under an alert (why, mute for a day, stop), for its first subscription. */
export const stepsFor = (
  { alerts: { steps } }: MessageCatalogue,
  subscriptions: readonly SubscriptionRef[],
): AnswerAction[] =>
  subscriptions.slice(0, 1).flatMap(({ id }) => [
    { label: steps.why, action: { run: 'subscriptions', options: { explain: id } } },
    { label: steps.mute, action: { run: 'subscriptions', options: { mute: id, hours: dayInHours } } },
    { label: steps.stop, action: askToStop(id) },
  ]);

const cards = (w: MessageCatalogue, incident: Incident | undefined): Part[] =>
  incident ? [{ kind: 'incident', card: w.account.card(incident) }] : [];

/** An alert about a new incident, with its sources and the subscriptions that it matches; French or Arabic by `locale`. */
export function composeAlert(incident: Incident, subscriptions: readonly SubscriptionRef[], locale?: string): Answer {
  const w = messagesForLocale(locale);
  const first = w.alerts.reported(w.account.title(incident));
  return composeNotification(first, [...cards(w, incident), reasonPart(w, subscriptions)], stepsFor(w, subscriptions));
}

/** The corrected alert, which replaces the message of the first. */
export function composeCorrected(
  incident: Incident,
  subscriptions: readonly SubscriptionRef[],
  locale?: string,
): Answer {
  const w = messagesForLocale(locale);
  const first = w.alerts.corrected(w.account.title(incident));
  return composeNotification(first, [...cards(w, incident), reasonPart(w, subscriptions)], stepsFor(w, subscriptions));
}

/** The alert of an incident that was retracted, which replaces its message. */
export function composeWithdrawn(
  incident: Incident,
  reason: string,
  subscriptions: readonly SubscriptionRef[],
  locale?: string,
): Answer {
  const w = messagesForLocale(locale);
  const first = w.changes.takenBack(w.account.title(incident), w.account.name(clean(reason, 200)));
  return composeNotification(first, [reasonPart(w, subscriptions)]);
}

/** An alert of an anomaly rule: a rise or a new actor, as `line` describes it, with the incident that triggered it. */
export function composeAnomaly(
  line: string,
  subscriptions: readonly SubscriptionRef[],
  incident?: Incident,
  locale?: string,
): Answer {
  const w = messagesForLocale(locale);
  return composeNotification(line, [...cards(w, incident), reasonPart(w, subscriptions)], stepsFor(w, subscriptions));
}

/** A reply to an alert: what changed about its incident, at most ten lines. */
export function composeChanged(incident: Incident, lines: readonly string[], locale?: string): Answer {
  const { changes, account } = messagesForLocale(locale);
  return composeNotification(
    changes.changed(account.title(incident)),
    lines.slice(0, 10).map((text) => ({ kind: 'text', text })),
  );
}

/** A reply to an alert: its incident was retracted. */
export function composeRetracted(incident: Incident, reason: string, locale?: string): Answer {
  const { changes, account } = messagesForLocale(locale);
  return composeNotification(changes.takenBack(account.title(incident), account.name(clean(reason, 200))), []);
}

/** A test alert, with an incident that would have matched. */
export function composeTest(subscriptions: readonly SubscriptionRef[], incident?: Incident, locale?: string): Answer {
  const w = messagesForLocale(locale);
  return composeNotification(w.alerts.test[incident ? 'some' : 'none'], [
    ...cards(w, incident),
    reasonPart(w, subscriptions),
  ]);
}

/** To the person who subscribed: why some alerts of their subscriptions could not be made or delivered. */
export function composeTroubled(subscriptions: readonly SubscriptionRef[], reason: string, locale?: string): Answer {
  const w = messagesForLocale(locale);
  const first = w.alerts.troubled(w.account.name(clean(reason, 200)), subscriptionNames(w, subscriptions));
  return { ...composeNotification(first, [{ kind: 'note', text: w.alerts.mend }]), audience: 'asker' };
}

/** To the person who subscribed: why alerts to the channel are paused. */
export function composePaused(subscriptions: readonly SubscriptionRef[], reason: string, locale?: string): Answer {
  const w = messagesForLocale(locale);
  const first = w.alerts.paused(w.account.name(clean(reason, 200)), subscriptionNames(w, subscriptions));
  return { ...composeNotification(first, [{ kind: 'note', text: w.alerts.wake }]), audience: 'asker' };
}
