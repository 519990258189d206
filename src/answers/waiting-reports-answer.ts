import type { Incident } from '../incidents/incident.ts';
import { cut } from '../kernel/cut.ts';
import type { Answer, AnswerAction, Part } from './document/answer.ts';
import { buildAnswer } from './document/build-answer.ts';
import { cardOf, title } from './messages/english/card.ts';
import { clean, list, plural } from './messages/english/text.ts';

const confirmOf = ({ id }: Incident) => `reports --confirm ${id}`;
const buttons = (reports: readonly Incident[]): AnswerAction[] =>
  reports.slice(0, 4).map((one) => ({
    label: reports.length === 1 ? 'Confirm' : cut(`Confirm ${title(one)}`, 70),
    action: { run: 'reports', options: { confirm: one.id } },
  }));
const cards = (reports: readonly Incident[]): Part[] => reports.map((one) => ({ kind: 'incident', card: cardOf(one) }));

/** What a reporter is told whose report stays with their workspace, with an announcement to the channel. `curators`: who confirms it. */
export function composeDraftWaiting(saved: readonly Incident[], by: string, curators: string): Answer {
  const ids = saved.map(({ id }) => id);
  const kept = `Kept for this workspace alone: ${list(saved.map((one) => `${title(one)} (${one.id})`))}.`;
  const note: Part = {
    kind: 'note',
    text: `It is not counted, and nobody elsewhere sees it, until ${curators} confirm it with ${list(saved.map(confirmOf))}.`,
  };
  const announce: Answer = {
    ...buildAnswer(`${clean(by, 80)} reported: ${list(saved.map(title))}.`, [...cards(saved), note]),
    audience: 'everyone',
    next: buttons(saved),
  };
  return { ...buildAnswer(kept, [note], { result: { total: saved.length, ids } }), announce };
}

const shown = 5;

/** The reports that wait, for the asker alone. `mayConfirm`: the asker is one of those who confirm them. */
export function composeWaiting(waiting: readonly Incident[], mayConfirm: boolean): Answer {
  const some = waiting.slice(0, shown);
  const more = waiting.length > shown ? `, the first ${shown} shown` : '';
  const where = mayConfirm ? '' : ' from here';
  const first = `${plural(waiting.length, 'report')}${where} ${waiting.length === 1 ? 'waits' : 'wait'} to be confirmed${more}: not counted, and seen nowhere else.`;
  const how = mayConfirm ? [`Confirm one with ${confirmOf(some[0] as Incident)}, or remove it with --reject.`] : [];
  return {
    ...buildAnswer(first, [...cards(some), ...how.map((text): Part => ({ kind: 'note', text }))]),
    audience: 'asker',
    next: mayConfirm ? buttons(some) : [],
  };
}

export const composeConfirmed = (record: Incident): Answer =>
  buildAnswer(`Confirmed: ${title(record)} (${record.id}). It is counted from now on.`, [
    { kind: 'incident', card: cardOf(record) },
  ]);

export const composeRejected = (id: string): Answer => buildAnswer(`The report ${clean(id, 120)} is removed.`, []);

/** A list of other reports, with a note on those that wait. */
export function withWaiting(answer: Answer, waiting: number): Answer {
  if (waiting === 0) return answer;
  const text = `${plural(waiting, 'report')} from people ${waiting === 1 ? 'waits' : 'wait'} to be confirmed: reports --waiting.`;
  return { ...answer, text: `${answer.text}\n${text}`, parts: [...answer.parts, { kind: 'note', text }] };
}
