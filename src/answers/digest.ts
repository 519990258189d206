import type { Incident } from '../incidents/incident.ts';
import { query } from '../incidents/query.ts';
import { type Asked, because, stepsFor, toldTo } from './alert.ts';
import type { Answer, Part, Step } from './answer.ts';
import { cardOf } from './wording/card.ts';
import { capital, clean, list, plural } from './wording/words.ts';

/** How many incidents a digest names; the rest is counted. */
export const mostInDigest = 20;
const mostFound = 100;

const openings = { hourly: 'This hour', daily: 'Daily digest', weekly: 'Weekly digest', many: '', late: '' } as const;
const reasons: Partial<Record<keyof typeof openings, string>> = {
  many: ', together because they are many',
  late: ', together because they had to wait',
};

export interface Digested {
  /** The incidents that are named, newest promise last. */
  shown: readonly Incident[];
  /** How many there are in all, and which. */
  total: number;
  ids: readonly string[];
  /** What changed, was retracted or was seen. */
  lines: readonly { kind: string; title: string | undefined; words: readonly string[] }[];
}

const incidentLine = (incident: Incident): string => {
  const card = cardOf(incident);
  return `${card.title} — ${card.when}; ${card.where} (${card.id})`;
};

function changeLine({ kind, title, words }: Digested['lines'][number]): string {
  if (kind === 'rise' || kind === 'actor') return clean(words[0] ?? '', 300);
  const about = clean(title ?? 'an incident', 140);
  return kind === 'retraction'
    ? `Retracted: ${about} (${clean(words[0] ?? '', 160)})`
    : `Changed: ${about}: ${words.map((w) => clean(w, 160)).join('; ')}`;
}

function headline({ total, lines }: Digested, together: keyof typeof openings): string {
  const counted = [
    ...(total ? [`${plural(total, 'incident')} reported`] : []),
    ...(lines.length ? [`${plural(lines.length, 'other thing')} to know`] : []),
  ];
  const said = `${list(counted)}${reasons[together] ?? ''}`;
  return capital(openings[together] ? `${openings[together]}: ${said}:` : `${said}:`);
}

/** Several in one message, a line each, rather than a flood. */
export function composeDigest(told: Digested, together: keyof typeof openings, asked: readonly Asked[]): Answer {
  const { shown, total, ids, lines } = told;
  const more = total - shown.length;
  const parts: Part[] = [
    ...(shown.length ? [{ kind: 'text' as const, text: shown.map(incidentLine).join('\n') }] : []),
    ...(more > 0 ? [{ kind: 'note' as const, text: `And ${more} more.` }] : []),
    ...(lines.length ? [{ kind: 'text' as const, text: lines.slice(0, mostInDigest).map(changeLine).join('\n') }] : []),
    because(asked),
  ];
  const found = query.parse({ measure: 'list', filter: { ids: ids.slice(-mostFound) } });
  const all: Step[] = ids.length ? [{ label: 'Show them', does: { find: found } }] : [];
  return toldTo(headline(told, together), parts, [...all, ...stepsFor(asked)]);
}
