import type { Aggregate, Development, IncidentRecord, Unreviewed } from '../incidents/incident.ts';
import type { ChangeRow } from '../incidents/incidents.ts';
import type { Answer, Part } from './answer.ts';
import { act, linesOf } from './changes.ts';
import { report } from './report.ts';
import { textOf } from './text.ts';
import { cardOf, sourceOf, where } from './wording/card.ts';
import { instant, when } from './wording/dates.ts';
import { clean, sentence } from './wording/words.ts';

const kinds = {
  aggregate: 'A reported total, never added to counts.',
  development: 'A development, never counted as an incident.',
  report: 'A report nobody has reviewed, never counted as an incident.',
};

/** An aggregate, a development or a report to review: quoted, and said not to be an incident. */
export function composeRecord(record: Aggregate | Development | Unreviewed): Answer {
  const first = sentence(clean(record.statement, 600));
  const parts: Part[] = [
    { kind: 'note', text: `${kinds[record.kind]} ${when(record.when)}; ${where(record)}.` },
    ...record.details.map((d) => ({ kind: 'text' as const, text: sentence(clean(d.text)) })),
  ];
  const sources = record.reports.map(sourceOf);
  const text = textOf(first, [
    ...parts,
    ...sources.map((s) => ({ kind: 'note' as const, text: `Source: ${s.words}` })),
  ]);
  return {
    text,
    parts: [{ kind: 'text', text: first }, ...parts],
    audience: 'everyone',
    next: [],
    sources,
    data: { status: 'answered', result: { ids: [record.id] }, text },
  };
}

/** What was taken back: who did it and why, and what the record said. */
export function composeRetracted(record: IncidentRecord, change: ChangeRow): Answer {
  const first = `Retracted by ${clean(change.by, 80)} on ${instant(change.at)}: ${clean(change.why, 300)}. It is in no count; what it said:`;
  const parts: Part[] =
    record.kind === 'incident'
      ? [{ kind: 'incident', card: cardOf(record) }]
      : [{ kind: 'text', text: sentence(clean(record.statement, 600)) }];
  return { ...report(first, parts, { result: { ids: [record.id] } }), audience: 'everyone' };
}

/** The same answer with what was changed, when, by whom and why, before → after. */
export function composeHistory(answer: Answer, changes: ChangeRow[]): Answer {
  if (changes.length === 0) return answer;
  const several = new Set(changes.map((c) => c.id)).size > 1;
  const lines = changes.flatMap((c) => [
    `Revision ${c.revision}${several ? ` of ${clean(c.id, 80)}` : ''}: ${act(c)}`,
    ...linesOf(c).map((line) => `  ${line}`),
  ]);
  const note: Part = { kind: 'note', text: lines.join('\n') };
  const text = `${answer.text}\n${note.text}`;
  return {
    ...answer,
    text,
    parts: [...answer.parts, note],
    ...(answer.data ? { data: { ...answer.data, text } } : {}),
  };
}
