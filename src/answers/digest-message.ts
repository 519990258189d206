import type { Incident } from '../incidents/incident.ts';
import { query } from '../incidents/query.ts';
import { composeNotification, reasonPart, type SubscriptionRef, stepsFor } from './alert-message.ts';
import type { Answer, AnswerAction, Part } from './document/answer.ts';
import type { DigestReason } from './messages/alerts.ts';
import type { MessageCatalogue } from './messages/catalogue.ts';
import { bounded, clean } from './messages/english/text.ts';
import { messagesForLocale } from './messages/localize.ts';

/** How many incidents a digest names; the rest is counted. */
export const mostInDigest = 20;
const mostFound = 100;

export interface DigestContent {
  /** The incidents that are named, the latest match last. */
  shown: readonly Incident[];
  /** How many there are in all, and which. */
  total: number;
  ids: readonly string[];
  /** Changes, retractions and anomalies; `words` as they were queued. */
  lines: readonly { kind: string; incident: Incident | undefined; words: readonly string[] }[];
  /** What became of incidents since the digest was first sent, by their ids. */
  since?: ReadonlyMap<string, Since> | undefined;
}

/** A change or a retraction; of the latter the first word is the reason. */
interface Since {
  kind: string;
  words: readonly string[];
}

/** An incident in a line. */
export function incidentLine({ account, alerts }: MessageCatalogue, incident: Incident): string {
  const { title, when, where, id } = account.card(incident);
  return alerts.line(title, when, where, id);
}

/** An incident in the digest that named it, as it stands by now. */
function lineSince(w: MessageCatalogue, incident: Incident, since: Since | undefined): string {
  if (since?.kind === 'retraction') return changeLine(w, { ...since, incident });
  const line = incidentLine(w, incident);
  return since ? w.alerts.digest.corrected(line) : line;
}

function changeLine(
  { account, alerts: { digest } }: MessageCatalogue,
  { kind, incident, words }: DigestContent['lines'][number],
) {
  if (kind === 'rise' || kind === 'actor') return bounded(words[0] ?? '', 300);
  const about = incident ? account.title(incident) : digest.anIncident;
  return kind === 'retraction'
    ? digest.retracted(about, account.name(clean(words[0] ?? '', 160)))
    : digest.changed(
        about,
        words.map((words) => bounded(words, 160)),
      );
}

/** A digest: several alerts in one message, a line each. */
export function composeDigest(
  content: DigestContent,
  reason: DigestReason,
  subscriptions: readonly SubscriptionRef[],
  locale?: string,
): Answer {
  const w = messagesForLocale(locale);
  const { digest } = w.alerts;
  const { shown, total, ids, lines, since } = content;
  const more = total - shown.length;
  const text = (all: string[]) => (all.length ? [{ kind: 'text' as const, text: all.join('\n') }] : []);
  const parts: Part[] = [
    ...text(shown.map((incident) => lineSince(w, incident, since?.get(incident.id)))),
    ...(more > 0 ? [{ kind: 'note' as const, text: digest.more(more) }] : []),
    ...text(lines.slice(0, mostInDigest).map((line) => changeLine(w, line))),
    reasonPart(w, subscriptions),
  ];
  const found = query.parse({ measure: 'list', filter: { ids: ids.slice(-mostFound) } });
  const all: AnswerAction[] = ids.length ? [{ label: digest.show, action: { find: found } }] : [];
  return composeNotification(digest.headline(total, lines.length, reason), parts, [
    ...all,
    ...stepsFor(w, subscriptions),
  ]);
}
