import type { Incident } from '../incidents/incident.ts';
import { query } from '../incidents/query.ts';
import type { Language } from '../kernel/language.ts';
import { incidentLine } from './digest-message.ts';
import type { Answer } from './document/answer.ts';
import { buildAnswer } from './document/build-answer.ts';
import type { PendingReason } from './messages/alerts.ts';
import type { MessageCatalogue } from './messages/catalogue.ts';
import { bounded, clean } from './messages/english/text.ts';
import { messagesFor } from './messages/localize.ts';

export interface MissedDigest {
  since: string;
  /** What was sent, is queued or was muted, oldest first. */
  rows: readonly { kind: string; state: string; incident: Incident | undefined; words: readonly string[] }[];
  /** There are more rows than these. */
  cut: boolean;
}

const mostNamed = 20;
const mostFound = 100;

function line(w: MessageCatalogue, { kind, state, incident, words }: MissedDigest['rows'][number]): string[] {
  const { digest, missed } = w.alerts;
  const mark = missed.marks[state as PendingReason] ?? '';
  if (kind === 'rise' || kind === 'actor') return [`${bounded(words[0] ?? '', 300)}${mark}`];
  if (!incident) return [];
  const title = w.account.title(incident);
  if (kind === 'retraction') return [`${digest.retracted(title, w.account.name(clean(words[0] ?? '', 160)))}${mark}`];
  if (kind === 'change')
    return [
      `${digest.changed(
        title,
        words.map((words) => bounded(words, 160)),
      )}${mark}`,
    ];
  return [`${incidentLine(w, incident)}${mark}`];
}

function counts(rows: MissedDigest['rows']) {
  const of = (...kinds: string[]) => rows.filter((row) => kinds.includes(row.kind)).length;
  return { news: of('new'), changes: of('change'), retractions: of('retraction'), unusual: of('rise', 'actor') };
}

/** What a channel's subscriptions matched since an instant, sent or not. */
export function composeMissedDigest(
  { since, rows, cut }: MissedDigest,
  subscriptions: number,
  language: Language,
): Answer {
  const w = messagesFor(language);
  const { missed } = w.alerts;
  if (subscriptions === 0 && rows.length === 0) return buildAnswer(missed.none, []);
  if (rows.length === 0) return buildAnswer(missed.nothing(since), []);
  const lines = rows.flatMap((row) => line(w, row));
  const shown = lines.slice(-mostNamed);
  const earlier = lines.length - shown.length;
  const ids = [...new Set(rows.flatMap((row) => (row.kind === 'new' && row.incident ? [row.incident.id] : [])))];
  const answer = buildAnswer(missed.had(since, counts(rows), cut), [
    { kind: 'text', text: shown.join('\n') },
    ...(earlier ? [{ kind: 'note' as const, text: missed.earlier(earlier) }] : []),
  ]);
  const found = query.parse({ measure: 'list', filter: { ids: ids.slice(-mostFound) } });
  return { ...answer, next: ids.length ? [{ label: missed.show, action: { find: found } }] : [] };
}
