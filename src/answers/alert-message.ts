import type { Incident } from '../incidents/incident.ts';
import type { Answer, Part, Step } from './document/answer.ts';
import { textOf } from './document/plain-text.ts';
import type { Words } from './messages/catalogue.ts';
import { clean } from './messages/english/text.ts';
import { wordsInLocale } from './messages/localize.ts';

/** What a channel asked to hear: its number and its words. */
export interface Asked {
  id: number;
  words: string;
}

const dayInHours = 24;
const mostNamed = 5;

/** What a channel is told of its own accord. */
export function toldTo(first: string, parts: Part[], next: Step[] = []): Answer {
  return {
    text: textOf(first, parts),
    parts: [{ kind: 'text', text: first }, ...parts],
    audience: 'everyone',
    next,
    sources: parts.flatMap((p) => (p.kind === 'incident' ? p.card.sources : [])),
  };
}

/** "“attacks near Samawah” (#1)" */
export function naming({ account, alerts }: Words, asked: readonly Asked[]): string {
  const named = asked.slice(0, mostNamed).map((a) => alerts.asked(account.name(clean(a.words, 120)), a.id));
  return alerts.naming(named, asked.length - named.length);
}

export const because = (w: Words, asked: readonly Asked[]): Part => ({
  kind: 'note',
  text: w.alerts.because(naming(w, asked)),
});

export const stepsFor = ({ alerts: { steps } }: Words, asked: readonly Asked[]): Step[] =>
  asked.slice(0, 1).flatMap(({ id }) => [
    { label: steps.why, does: { run: 'subscriptions', options: { explain: id } } },
    { label: steps.mute, does: { run: 'subscriptions', options: { mute: id, hours: dayInHours } } },
    { label: steps.stop, does: { run: 'subscriptions', options: { remove: id } } },
  ]);

const cards = (w: Words, incident: Incident | undefined): Part[] =>
  incident ? [{ kind: 'incident', card: w.account.card(incident) }] : [];

/** A new incident, with its sources, and why this channel hears of it; in French or Arabic where `locale` is. */
export function composeAlert(incident: Incident, asked: readonly Asked[], locale?: string): Answer {
  const w = wordsInLocale(locale);
  const first = w.alerts.reported(w.account.title(incident));
  return toldTo(first, [...cards(w, incident), because(w, asked)], stepsFor(w, asked));
}

/** The alert as it reads now, to stand in the place of the one before. */
export function composeCorrected(incident: Incident, asked: readonly Asked[], locale?: string): Answer {
  const w = wordsInLocale(locale);
  const first = w.alerts.corrected(w.account.title(incident));
  return toldTo(first, [...cards(w, incident), because(w, asked)], stepsFor(w, asked));
}

/** What a watching subscription saw: more than usual, or somebody new; with the incident that showed it. */
export function composeSight(line: string, asked: readonly Asked[], incident?: Incident, locale?: string): Answer {
  const w = wordsInLocale(locale);
  return toldTo(line, [...cards(w, incident), because(w, asked)], stepsFor(w, asked));
}

/** Under an alert: what changed about its incident, a line each. */
export function composeChanged(incident: Incident, lines: readonly string[], locale?: string): Answer {
  const { changes, account } = wordsInLocale(locale);
  return toldTo(
    changes.changed(account.title(incident)),
    lines.slice(0, 10).map((text) => ({ kind: 'text', text })),
  );
}

/** Under an alert: its incident was taken back. */
export function composeRetracted(incident: Incident, reason: string, locale?: string): Answer {
  const { changes, account } = wordsInLocale(locale);
  return toldTo(changes.takenBack(account.title(incident), account.name(clean(reason, 200))), []);
}

/** A try, so that a channel sees that it is told, and how; with an incident that it would have heard of. */
export function composeTest(asked: readonly Asked[], incident?: Incident, locale?: string): Answer {
  const w = wordsInLocale(locale);
  return toldTo(w.alerts.test[incident ? 'some' : 'none'], [...cards(w, incident), because(w, asked)]);
}

/** To the person who asked for them: why their channel hears no more. */
export function composePaused(asked: readonly Asked[], reason: string, locale?: string): Answer {
  const w = wordsInLocale(locale);
  const first = w.alerts.paused(w.account.name(clean(reason, 200)), naming(w, asked));
  return { ...toldTo(first, [{ kind: 'note', text: w.alerts.wake }]), audience: 'asker' };
}
