import type { Incident } from '../incidents/incident.ts';
import type { Answer, Part, Step } from './answer.ts';
import { textOf } from './text.ts';
import { cardOf, title } from './wording/card.ts';
import { clean, list, plural } from './wording/words.ts';

/** What a channel asked to hear: its number and its words. */
export interface Asked {
  id: number;
  words: string;
}

const dayInHours = 24;

function made(first: string, parts: Part[], next: Step[]): Answer {
  return {
    text: textOf(first, parts),
    parts: [{ kind: 'text', text: first }, ...parts],
    audience: 'everyone',
    next,
    sources: parts.flatMap((p) => (p.kind === 'incident' ? p.card.sources : [])),
  };
}

const why = (asked: readonly Asked[]): Part => ({
  kind: 'note',
  text: `This channel asked to hear of ${list(asked.map((a) => `“${clean(a.words, 120)}” (#${a.id})`))}.`,
});

const stepsFor = (asked: readonly Asked[]): Step[] =>
  asked.slice(0, 1).flatMap(({ id }) => [
    { label: 'Mute for a day', does: { run: 'subscriptions', options: { mute: id, hours: dayInHours } } },
    { label: 'Stop these', does: { run: 'subscriptions', options: { remove: id } } },
  ]);

/** A new incident, with its sources, and why this channel hears of it. */
export const composeAlert = (incident: Incident, asked: readonly Asked[]): Answer =>
  made(`Reported: ${title(incident)}.`, [{ kind: 'incident', card: cardOf(incident) }, why(asked)], stepsFor(asked));

/** The alert as it reads now, to stand in the place of the one before. */
export const composeCorrected = (incident: Incident, asked: readonly Asked[]): Answer =>
  made(
    `Reported, since corrected: ${title(incident)}.`,
    [{ kind: 'incident', card: cardOf(incident) }, why(asked)],
    stepsFor(asked),
  );

/** Under an alert: what changed about its incident, a line each. */
export const composeChanged = (what: string, lines: readonly string[]): Answer =>
  made(
    `Changed: ${clean(what, 200)}.`,
    lines.slice(0, 10).map((text) => ({ kind: 'text', text })),
    [],
  );

/** Under an alert: its incident was taken back. */
export const composeRetracted = (what: string, reason: string): Answer =>
  made(`Retracted: ${clean(what, 200)}. The report is taken back: ${clean(reason, 200)}.`, [], []);

/** Many at once: one message with a line each rather than a flood. */
export function composeDigest(incidents: readonly Incident[], asked: readonly Asked[]): Answer {
  const shown = incidents.slice(0, 20);
  const rest = incidents.length - shown.length;
  const lines = shown.map((i) => {
    const card = cardOf(i);
    return `${card.title} — ${card.when}; ${card.where} (${card.id})`;
  });
  return made(
    `${plural(incidents.length, 'incident')} reported, together because they are many:`,
    [
      { kind: 'text', text: lines.join('\n') },
      ...(rest ? [{ kind: 'note' as const, text: `And ${rest} more.` }] : []),
      why(asked),
    ],
    stepsFor(asked),
  );
}

/** A try, so that a channel sees how it will be told. */
export const composeTest = (asked: Asked): Answer =>
  made(
    `A test of #${asked.id}: nothing happened. Alerts for “${clean(asked.words, 120)}” will look about like this.`,
    [],
    [],
  );
