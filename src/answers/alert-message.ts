import type { Incident } from '../incidents/incident.ts';
import type { Answer, AnswerAction, Part } from './document/answer.ts';
import { sourcesOf, textOf } from './document/plain-text.ts';
import type { MessageCatalogue } from './messages/catalogue.ts';
import { clean } from './messages/english/text.ts';
import { messagesForLocale } from './messages/localize.ts';
import { rowFrom } from './messages/row.ts';

/** A subscription as alerts name it: its number and its question in words. */
export interface SubscriptionRef {
  id: number;
  words: string;
}

const mostNamed = 5;

/** A notification to a channel, for everyone in it. */
export function composeNotification(first: string, parts: Part[], next: AnswerAction[] = []): Answer {
  return {
    text: textOf(first, parts),
    parts: [{ kind: 'text', text: first }, ...parts],
    audience: 'everyone',
    next,
    sources: sourcesOf(parts),
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

const mostStops = 2;

/** The buttons under an alert: the whole record, and an end of the subscriptions that it is for. */
export const stepsFor = (
  { steps, standing }: MessageCatalogue,
  subscriptions: readonly SubscriptionRef[],
  incident?: Incident,
): AnswerAction[] => [
  ...(incident ? [{ label: steps.details, action: { run: 'show', options: { id: incident.id } } }] : []),
  ...subscriptions.slice(0, mostStops).map(({ id }) => ({ label: standing.steps.stop(id), action: askToStop(id) })),
];

/** An incident in a line, with a link to its first source; `untitled`: after a sentence that has its title. */
const line = (w: MessageCatalogue, { title, ...incident }: Incident, untitled = false): Part => ({
  kind: 'row',
  row: rowFrom(w.row, untitled || title === undefined ? incident : { ...incident, title }, {}),
});

const lines = (w: MessageCatalogue, incident: Incident | undefined): Part[] => (incident ? [line(w, incident)] : []);

/** An alert about a new incident in two lines: the rest is behind Details and in the thread. French or Arabic by `locale`. */
export function composeAlert(incident: Incident, subscriptions: readonly SubscriptionRef[], locale?: string): Answer {
  const w = messagesForLocale(locale);
  const first = w.alerts.reported(w.account.title(incident));
  return composeNotification(first, [line(w, incident, true)], stepsFor(w, subscriptions, incident));
}

/** The corrected alert, which replaces the message of the first. */
export function composeCorrected(
  incident: Incident,
  subscriptions: readonly SubscriptionRef[],
  locale?: string,
): Answer {
  const w = messagesForLocale(locale);
  const first = w.alerts.corrected(w.account.title(incident));
  return composeNotification(first, [line(w, incident, true)], stepsFor(w, subscriptions, incident));
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
  return composeNotification(first, [], stepsFor(w, subscriptions, incident));
}

/** An alert of an anomaly rule: a rise or a new actor, as `sentence` describes it, with the incident that triggered it. */
export function composeAnomaly(
  sentence: string,
  subscriptions: readonly SubscriptionRef[],
  incident?: Incident,
  locale?: string,
): Answer {
  const w = messagesForLocale(locale);
  return composeNotification(sentence, lines(w, incident), stepsFor(w, subscriptions, incident));
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
    ...lines(w, incident),
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
