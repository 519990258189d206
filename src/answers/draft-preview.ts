import type { DraftIncident, Evidence } from '../extraction/draft.ts';
import type { StoredDraft } from '../extraction/draft-store.ts';
import { eventTypeById } from '../incidents/event-types.ts';
import type { Incident } from '../incidents/incident.ts';
import type { Answer, AnswerAction, Part } from './document/answer.ts';
import { buildAnswer } from './document/build-answer.ts';
import type { IncidentCard } from './document/incident-card.ts';
import { attribution, cardOf } from './messages/english/card.ts';
import { casualtyFacts } from './messages/english/casualties.ts';
import { capital, clean, list, plural } from './messages/english/text.ts';

const shownAtMost = 4;
const longestSentence = 220;

type CardFacts = IncidentCard['facts'];

/** Numbers quoted sentences in the order of first use. */
function numbering() {
  const quotes: string[] = [];
  const mark = (found: readonly Evidence[]): string => {
    const marks = [...new Set(found.filter((e) => e.quote).map((e) => e.quote))].map((quote) => {
      if (!quotes.includes(quote)) quotes.push(quote);
      return `[${quotes.indexOf(quote) + 1}]`;
    });
    return marks.length ? ` ${marks.join(' ')}` : ' (as you wrote it)';
  };
  return { quotes, mark };
}

const harmOf: Record<string, string> = {
  Killed: 'killed',
  Wounded: 'wounded',
  Abducted: 'abducted',
  Arrested: 'arrested',
};
const roles = {
  attacker: 'Attacker',
  target: 'Target',
  victim: 'Victims',
  party: 'Sides',
  other: 'Also named',
} as const;

/** A draft as a card: each fact with the number of its sentence, and the sentences below. */
function draftCard({ incident, evidence }: DraftIncident, n: number): IncidentCard {
  const { quotes, mark } = numbering();
  const of = (field: Evidence['field'], words?: string) =>
    evidence.filter((e) => e.field === field && (words === undefined || e.words === words));
  const card = cardOf(incident);
  const when = card.when + (incident.when.start || incident.when.asWritten ? mark(of('when')) : '');
  const where = card.where + (incident.where.precision === 'unknown' ? '' : mark(of('where')));
  const type = card.type + mark(of('kind'));
  const actorsIn = (role: keyof typeof roles) =>
    incident.actors.filter((a) => a.role === role).map((a) => clean(a.actor, 100) + mark(of('actor', a.actor)));
  const facts: CardFacts = [
    ...(Object.keys(roles) as (keyof typeof roles)[]).flatMap((role) =>
      actorsIn(role).length ? [{ label: roles[role], words: actorsIn(role).join('; ') }] : [],
    ),
    ...incident.attributions
      .filter((a) => a.status !== 'observed')
      .map((a) => ({
        label: 'Attribution',
        words:
          capital(attribution({ ...a, quote: undefined })) +
          mark([{ field: 'attribution', words: '', quote: a.quote ?? '' }]),
      })),
    ...casualtyFacts(incident).map((f) => ({
      label: f.label,
      words: f.words + mark(of('casualties', harmOf[f.label])),
    })),
    ...incident.details.map((d) => ({ label: 'Also said', words: clean(d.text, longestSentence) })),
  ];
  const sources = incident.reports.map(({ publisher, via, quote }) => ({
    words:
      clean(publisher, 100) +
      (via ? `, via ${clean(via, 100)}` : '') +
      (quote ? mark([{ field: 'kind', words: '', quote }]) : ''),
  }));
  const sentences = quotes.map((quote, i) => ({ label: `[${i + 1}]`, words: `“${clean(quote, longestSentence)}”` }));
  return {
    ...card,
    title: reportTitle(incident),
    id: `draft ${n}`,
    when,
    where,
    type,
    facts: [...facts, ...sentences],
    sources,
  };
}

/** "Airstrike on militia convoy, Deir ez-Zor, Syria". */
export function reportTitle(incident: Incident): string {
  const { where, actors, eventTypes } = incident;
  const target = actors.find((a) => a.role === 'target')?.actor;
  const place = where.between
    ? `between ${where.between[0].name} and ${where.between[1].name}`
    : [where.place ?? where.admin1 ?? where.description, where.country].filter(Boolean).join(', ');
  const kind = eventTypeById(eventTypes[0] as string)?.one ?? 'incident';
  return capital(clean([`${kind}${target ? ` on ${target}` : ''}`, place].filter(Boolean).join(', '), 120));
}

const reportAction = (key: string, number: number, more: object): AnswerAction['action'] => ({
  run: 'report',
  options: { draft: key, number, ...more },
});

function stepsFor(key: string, draft: StoredDraft, from: number): AnswerAction[] {
  const open = draft.incidents.flatMap((d, i) => (d.saved ? [] : [i + 1]));
  const here = open.filter((n) => n >= from && n < from + shownAtMost);
  const only = open.length === 1 && draft.incidents.length === 1;
  const next =
    draft.incidents.length >= from + shownAtMost
      ? [{ label: 'The next ones', action: reportAction(key, from + shownAtMost, {}) }]
      : [];
  return [
    ...here.flatMap((n) => [
      { label: only ? 'Save' : `Save ${n}`, action: reportAction(key, n, { save: true }) },
      { label: only ? 'Correct …' : `Correct ${n} …`, action: reportAction(key, n, { correct: true }) },
    ]),
    ...(open.length > 1
      ? [{ label: `Save all ${open.length}`, action: { run: 'report', options: { draft: key, save: true } } }]
      : []),
    ...next,
    { label: 'Discard', action: { run: 'report', options: { draft: key, discard: true } } },
  ];
}

/** What the text lacks, and how to add it. */
function missing(draft: StoredDraft): string[] {
  const undated = draft.incidents.some((d) => d.incident.when.start === null);
  const placeless = draft.incidents.some((d) => d.incident.where.precision === 'unknown');
  return [
    ...(draft.cut ? ['The text is longer than what is read of one: paste the rest as a report of its own.'] : []),
    ...(undated && draft.given.date === undefined
      ? [
          'No publication date was given, so words such as “Saturday” stay without a calendar date. Add the day with Correct …, or report it again with its date.',
        ]
      : []),
    ...(placeless ? ['For some of it the text names no place that I know. Add one with Correct ….'] : []),
  ];
}

const quoted = (words: readonly string[]) => list(words.slice(0, 3).map((w) => `“${clean(w, 160)}”`));

function notes(key: string, draft: StoredDraft): Part[] {
  const lines = [
    ...missing(draft),
    ...(draft.aggregates.length ? [`Totals, never counted as incidents: ${quoted(draft.aggregates)}.`] : []),
    ...(draft.developments.length ? [`Developments, no incidents: ${quoted(draft.developments)}.`] : []),
    `Nothing is stored yet. The draft is kept for a day as ${key}.`,
  ];
  return [{ kind: 'note', text: lines.join('\n') }];
}

/** The incidents found in a text, to be corrected and confirmed, four at a time. `from`: the number of the first to show, from 1. */
export function composeDraft(key: string, draft: StoredDraft, from = 1): Answer {
  const all = draft.incidents;
  const shown = all.slice(from - 1, from - 1 + shownAtMost);
  const rest = all.length - shown.length;
  const first = `I read ${plural(all.length, 'incident')} in it${rest ? `, of which ${shown.length} are shown` : ''}. Please check and save.`;
  const cards: Part[] = shown.map((d, i) => ({ kind: 'incident', card: draftCard(d, from + i) }));
  const ids = all.flatMap((d) => d.saved ?? []);
  const answer = buildAnswer(first, [...cards, ...notes(key, draft)], { result: { total: all.length, ids } });
  return { ...answer, next: stepsFor(key, draft, from) };
}

/** No incident was found in the text: why, and how to add one by hand. */
export function composeNoDraft(key: string, draft: StoredDraft): Answer {
  const why =
    draft.sentences === 0
      ? `there is no sentence of a report in it${draft.dropped ? `, only ${plural(draft.dropped, 'line')} of menus, captions or headlines` : ''}`
      : draft.aggregates.length
        ? `it tells of totals, which are no incidents: ${quoted(draft.aggregates)}`
        : `none of its ${plural(draft.sentences, 'sentence')} says that someone was attacked, hurt, abducted or arrested somewhere`;
  const first = `I found no incident in this text: ${why}.`;
  const how: Part = {
    kind: 'text',
    text: `If there is one, add it by hand: at least its kind and place, and the day if you know it. For example: report --draft ${key} --kind airstrike --place “Mosul, Iraq” --day 2016-11-03 --casualties “killed 4 civilians”`,
  };
  const step: AnswerAction = { label: 'Fill in by hand …', action: reportAction(key, 1, { correct: true }) };
  return { ...buildAnswer(first, [how], { result: { total: 0, ids: [] } }), next: [step] };
}
