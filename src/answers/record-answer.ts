import type { Aggregate, Development, IncidentRecord, Unreviewed } from '../incidents/incident.ts';
import type { ChangeRow } from '../incidents/incidents.ts';
import type { Language } from '../kernel/language.ts';
import { act, linesOf, signed } from './change-log-answer.ts';
import type { Answer, Part } from './document/answer.ts';
import { buildAnswer } from './document/build-answer.ts';
import { textOf } from './document/plain-text.ts';
import { clean, sentence } from './messages/english/text.ts';
import { messagesFor } from './messages/localize.ts';

/** An aggregate, a development or an unreviewed report: quoted, with a note that it is not an incident. */
export function composeRecord(record: Aggregate | Development | Unreviewed, language: Language): Answer {
  const { account: w, changes } = messagesFor(language);
  const first = w.name(sentence(clean(record.statement, 600)));
  const parts: Part[] = [
    { kind: 'note', text: `${changes.records[record.kind]} ${w.clauses(w.when(record.when), w.where(record))}.` },
    ...record.details.map((d) => ({ kind: 'text' as const, text: w.name(sentence(clean(d.text))) })),
  ];
  const sources = record.reports.map((p) => ({ words: w.report(p), ...(p.url ? { url: p.url } : {}) }));
  const text = textOf(first, [
    ...parts,
    ...sources.map((s) => ({ kind: 'note' as const, text: changes.source(s.words) })),
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

/** A retracted record: who retracted it and why, and its content. */
export function composeRetracted(record: IncidentRecord, change: ChangeRow, language: Language): Answer {
  const w = messagesFor(language);
  const first = w.changes.retracted(signed(w, change, 300));
  const parts: Part[] =
    record.kind === 'incident'
      ? [{ kind: 'incident', card: w.account.card(record) }]
      : [{ kind: 'text', text: w.account.name(sentence(clean(record.statement, 600))) }];
  return { ...buildAnswer(first, parts, { result: { ids: [record.id] } }), audience: 'everyone' };
}

/** The answer with the record's revisions: when, by whom, why, and before → after. */
export function composeHistory(answer: Answer, changes: ChangeRow[], language: Language): Answer {
  if (changes.length === 0) return answer;
  const w = messagesFor(language);
  const several = new Set(changes.map((c) => c.id)).size > 1;
  const lines = changes.flatMap((c) => [
    w.changes.revision(c.revision, several ? w.account.name(clean(c.id, 80)) : undefined, act(w, c)),
    ...linesOf(w, c).map((line) => `  ${line}`),
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
