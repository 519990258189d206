import type { Incident } from '../incidents/incident.ts';
import { query } from '../incidents/query.ts';
import type { Answer } from './answer.ts';
import { report } from './report.ts';
import { cardOf } from './wording/card.ts';
import { instant } from './wording/dates.ts';
import { clean, list, plural } from './wording/words.ts';

export interface Missed {
  since: string;
  /** What was told, waits or was kept silent, oldest first. */
  rows: readonly { kind: string; state: string; incident: Incident | undefined; words: readonly string[] }[];
  /** There were more than were looked at. */
  cut: boolean;
}

const mostNamed = 20;
const mostFound = 100;
const marks: Record<string, string> = {
  silent: ' (muted)',
  failed: ' (not delivered)',
  waiting: ' (waits for its digest)',
};

function line({ kind, state, incident, words }: Missed['rows'][number]): string[] {
  const mark = marks[state] ?? '';
  if (kind === 'rise' || kind === 'actor') return [`${clean(words[0] ?? '', 300)}${mark}`];
  if (!incident) return [];
  const card = cardOf(incident);
  if (kind === 'retraction') return [`Retracted: ${card.title} (${clean(words[0] ?? '', 160)})${mark}`];
  if (kind === 'change') return [`Changed: ${card.title}: ${words.map((w) => clean(w, 160)).join('; ')}${mark}`];
  return [`${card.title} — ${card.when}; ${card.where} (${card.id})${mark}`];
}

function counts(rows: Missed['rows']): string {
  const of = (...kinds: string[]) => rows.filter((row) => kinds.includes(row.kind)).length;
  return list(
    [
      plural(of('new'), 'new incident'),
      of('change') ? plural(of('change'), 'change') : '',
      of('retraction') ? plural(of('retraction'), 'retraction') : '',
      of('rise', 'actor') ? `${of('rise', 'actor')} out of the ordinary` : '',
    ].filter(Boolean),
  );
}

/** What a channel's subscriptions had since a moment, told or not. */
export function composeMissed({ since, rows, cut }: Missed, subscriptions: number): Answer {
  const from = `Since ${instant(since)}`;
  if (subscriptions === 0 && rows.length === 0)
    return report(
      'This channel has no subscriptions, so there was nothing to miss. For example: subscribe attacks near Samawah with anyone killed',
      [],
    );
  if (rows.length === 0) return report(`${from} there was nothing new for this channel.`, []);
  const lines = rows.flatMap(line);
  const shown = lines.slice(-mostNamed);
  const earlier = lines.length - shown.length;
  const ids = [...new Set(rows.flatMap((row) => (row.kind === 'new' && row.incident ? [row.incident.id] : [])))];
  const answer = report(`${from} this channel had ${counts(rows)}${cut ? ', and more before those' : ''}.`, [
    { kind: 'text', text: shown.join('\n') },
    ...(earlier ? [{ kind: 'note' as const, text: `And ${earlier} earlier.` }] : []),
  ]);
  const found = query.parse({ measure: 'list', filter: { ids: ids.slice(-mostFound) } });
  return { ...answer, next: ids.length ? [{ label: 'Show the incidents', does: { find: found } }] : [] };
}
