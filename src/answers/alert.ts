import type { Incident } from '../incidents/incident.ts';
import type { Answer, Part, Step } from './answer.ts';
import { wordingOfLocale, wordsInLocale } from './languages/translate.ts';
import { textOf } from './text.ts';
import { cardOf, title } from './wording/card.ts';
import { clean, list } from './wording/words.ts';

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
export const naming = (asked: readonly Asked[]): string => {
  const named = namesOf(asked);
  const more = asked.length - named.length;
  return list([...named, ...(more ? [`${more} more`] : [])]);
};

const namesOf = (asked: readonly Asked[]) =>
  asked.slice(0, mostNamed).map((a) => `“${clean(a.words, 120)}” (#${a.id})`);

export const because = (asked: readonly Asked[]): Part => ({
  kind: 'note',
  text: `This channel asked to hear of ${naming(asked)}.`,
});

export const stepsFor = (asked: readonly Asked[]): Step[] =>
  asked.slice(0, 1).flatMap(({ id }) => [
    { label: 'Why this?', does: { run: 'subscriptions', options: { explain: id } } },
    { label: 'Mute for a day', does: { run: 'subscriptions', options: { mute: id, hours: dayInHours } } },
    { label: 'Stop these', does: { run: 'subscriptions', options: { remove: id } } },
  ]);

/** The same in the language of a channel's locale; undefined where that is English. */
function inLanguage(
  locale: string | undefined,
  incident: Incident,
  asked: readonly Asked[],
  what: 'reported' | 'corrected',
): Answer | undefined {
  const wording = wordingOfLocale(locale);
  if (!wording) return undefined;
  const { alert, card, title: called } = wording;
  const named = namesOf(asked);
  const labels = [alert.steps.why, alert.steps.mute, alert.steps.stop];
  return toldTo(
    alert[what](called(incident)),
    [
      { kind: 'incident', card: card(incident) },
      { kind: 'note', text: alert.because(named, asked.length - named.length) },
    ],
    stepsFor(asked).map((step, i) => ({ ...step, label: labels[i] ?? step.label })),
  );
}

/** A new incident, with its sources, and why this channel hears of it; in French or Arabic where `locale` is. */
export const composeAlert = (incident: Incident, asked: readonly Asked[], locale?: string): Answer =>
  inLanguage(locale, incident, asked, 'reported') ??
  toldTo(
    `Reported: ${title(incident)}.`,
    [{ kind: 'incident', card: cardOf(incident) }, because(asked)],
    stepsFor(asked),
  );

/** The alert as it reads now, to stand in the place of the one before. */
export const composeCorrected = (incident: Incident, asked: readonly Asked[], locale?: string): Answer =>
  inLanguage(locale, incident, asked, 'corrected') ??
  toldTo(
    `Reported, since corrected: ${title(incident)}.`,
    [{ kind: 'incident', card: cardOf(incident) }, because(asked)],
    stepsFor(asked),
  );

/** What a watching subscription saw: more than usual, or somebody new; with the incident that showed it. */
export const composeSight = (line: string, asked: readonly Asked[], incident?: Incident): Answer =>
  toldTo(
    line,
    [...(incident ? [{ kind: 'incident' as const, card: cardOf(incident) }] : []), because(asked)],
    stepsFor(asked),
  );

/** Under an alert: what changed about its incident, a line each. */
export const composeChanged = (incident: Incident, lines: readonly string[], locale?: string): Answer => {
  const { changes, account } = wordsInLocale(locale);
  return toldTo(
    changes.changed(account.title(incident)),
    lines.slice(0, 10).map((text) => ({ kind: 'text', text })),
  );
};

/** Under an alert: its incident was taken back. */
export function composeRetracted(incident: Incident, reason: string, locale?: string): Answer {
  const { changes, account } = wordsInLocale(locale);
  return toldTo(changes.takenBack(account.title(incident), account.name(clean(reason, 200))), []);
}

/** A try, so that a channel sees that it is told, and how; with an incident that it would have heard of. */
export const composeTest = (asked: readonly Asked[], incident?: Incident): Answer =>
  toldTo(
    `A test: nothing new happened. ${incident ? 'This is how the latest one of the past would have been told.' : 'Nothing in the data matches yet; alerts come here.'}`,
    [...(incident ? [{ kind: 'incident' as const, card: cardOf(incident) }] : []), because(asked)],
  );

/** To the person who asked for them: why their channel hears no more. */
export const composePaused = (asked: readonly Asked[], reason: string): Answer => ({
  ...toldTo(`I can no longer tell a channel of what you asked for: ${clean(reason, 200)}. Paused: ${naming(asked)}.`, [
    {
      kind: 'note',
      text: 'When I may write there again, “subscriptions --wake NUMBER” in that channel lets it speak; “subscriptions --remove NUMBER” ends it.',
    },
  ]),
  audience: 'asker',
});
