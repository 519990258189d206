import type { DuplicateReason } from '../incidents/duplicate-score.ts';
import { eventTypeById } from '../incidents/event-types.ts';
import type { Incident } from '../incidents/incident.ts';
import type { ChangeRow, DuplicatePair } from '../incidents/incidents.ts';
import { linesOf } from './change-log-answer.ts';
import type { Answer, AnswerAction, Part } from './document/answer.ts';
import { buildAnswer } from './document/build-answer.ts';
import { cardOf, title } from './messages/english/card.ts';
import { english } from './messages/english/catalogue.ts';
import { when } from './messages/english/dates.ts';
import { clean, list, number, plural, sentence } from './messages/english/text.ts';

const named = (record: ChangeRow['after']): string => (record?.kind === 'incident' ? title(record) : 'A record');

const verbs: Record<ChangeRow['action'], string> = {
  add: 'Added',
  correct: 'Corrected',
  retract: 'Retracted',
  merge: 'Merged',
  absorb: 'Merged',
  split: 'Split',
  release: 'Split',
  vanish: 'Marked',
};

/** Confirms an edit to the channel: who, what, why, and before → after. */
export function composeEditConfirmation(changes: ChangeRow[]): Answer {
  const change = changes.find((c) => c.action === 'merge' || c.action === 'split') ?? changes[0];
  if (!change) return buildAnswer('Nothing was changed.', []);
  const { before, after, other, action, by, why, id } = change;
  const restored = action === 'correct' && JSON.stringify(before) === JSON.stringify(after);
  const verb = restored ? 'Brought back' : verbs[action];
  const with_ = other
    ? action === 'merge'
      ? ` with ${clean(other, 80)}`
      : action === 'split'
        ? ` from ${clean(other, 80)}`
        : ''
    : '';
  const first = `${verb} by ${clean(by, 80)}: ${named(after ?? before)} (${id})${with_}. Why: ${sentence(clean(why, 300))}`;
  const lines = linesOf(english, change);
  const parts: Part[] = [
    ...(lines.length ? [{ kind: 'text' as const, text: lines.map((line) => `- ${line}`).join('\n') }] : []),
    ...(after?.kind === 'incident' ? [{ kind: 'incident' as const, card: cardOf(after) }] : []),
    ...(action === 'retract'
      ? [{ kind: 'note' as const, text: `It is in no count any more; “show ${id}” tells what it said.` }]
      : []),
  ];
  return {
    ...buildAnswer(first, parts, { result: { ids: [id] } }),
    audience: 'everyone',
    next: undo(change, restored),
  };
}

function undo({ action, id, other }: ChangeRow, restored: boolean): AnswerAction[] {
  if (action === 'merge' && other) return [{ label: 'Split again', action: { run: 'split', options: { id: other } } }];
  if (action === 'retract' && !restored)
    return [
      { label: 'Bring it back', action: { run: 'retract', options: { id, undo: true, why: 'retracted by mistake' } } },
    ];
  return [{ label: 'History', action: { run: 'show', options: { id } } }];
}

function reasonText(reason: DuplicateReason): string {
  switch (reason.kind) {
    case 'time':
      return reason.days === 0 ? 'the same days' : `${plural(reason.days, 'day')} apart`;
    case 'place':
      return `at the same place, ${clean(reason.name, 60)}`;
    case 'distance':
      return `${number(Math.round(reason.km))} km apart`;
    case 'actors':
      return `the same actors (${list(reason.names.slice(0, 2).map((n) => clean(n, 60)))})`;
    case 'toll':
      return reason.killed[0] === reason.killed[1]
        ? `the same toll, ${number(reason.killed[0])} killed`
        : `tolls of ${reason.killed.map(number).join(' and ')} killed`;
    case 'type':
      return `the same kind (${eventTypeById(reason.type)?.one ?? clean(reason.type, 40)})`;
    case 'report':
      return `the same report (${clean(reason.publisher, 60)})`;
    case 'words':
      return `the same words (${reason.words.map((w) => clean(w, 30)).join(', ')})`;
  }
}

/** "87 %: the same day, at the same place, Mosul" */
const likely = ({ confidence, reasons }: Pick<DuplicatePair, 'confidence' | 'reasons'>): string =>
  `${Math.round(confidence * 100)} %: ${list(reasons.map(reasonText))}`;

const line = (i: Incident) => `${title(i)}, ${when(i.when)} (${i.id})`;

/** Pairs of likely duplicates, with the confidence and its reasons. `of`: the incident they are duplicates of. */
export function composeDuplicates(pairs: readonly DuplicatePair[], of?: string): Answer {
  const about = of ? ` ${clean(of, 80)}` : '';
  if (pairs.length === 0)
    return buildAnswer(
      `Nothing${about ? ` that${about} may be the same as` : ' that may be one incident told twice'} is known.`,
      [],
    );
  const parts: Part[] = pairs.map((pair) => ({
    kind: 'text',
    text: `• ${line(pair.a)}\n  ${line(pair.b)}\n  ${likely(pair)}`,
  }));
  return {
    ...buildAnswer(`These may be one incident told twice. I merge nothing by myself:`, parts),
    next: pairs.slice(0, 3).map(({ a, b }) => ({
      label: clean(`Merge ${a.id} and ${b.id}`, 70),
      action: { run: 'merge', options: { ids: [a.id, b.id] } },
    })),
  };
}

/** The answer with likely duplicates; managers get buttons to merge. */
export function appendDuplicates(answer: Answer, pairs: readonly DuplicatePair[], manages: boolean): Answer {
  const [id] = answer.data?.result?.ids ?? [];
  if (pairs.length === 0 || id === undefined) return answer;
  const twins = pairs.map((pair) => ({ pair, other: pair.a.id === id ? pair.b : pair.a }));
  const notes = twins.map(({ pair, other }) => `May be the same incident: ${line(other)}. ${likely(pair)}.`);
  const steps = twins.map(({ other }) => ({
    label: clean(`Merge with ${other.id}`, 70),
    action: { run: 'merge', options: { ids: [id, other.id] } },
  }));
  const text = [answer.text, ...notes].join('\n');
  return {
    ...answer,
    text,
    parts: [...answer.parts, ...notes.map((note) => ({ kind: 'note' as const, text: note }))],
    next: [...(manages ? steps.slice(0, 1) : []), ...answer.next],
    ...(answer.data ? { data: { ...answer.data, text } } : {}),
  };
}
