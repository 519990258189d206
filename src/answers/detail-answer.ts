import type { Detail, Incident, IncidentRecord } from '../incidents/incident.ts';
import type { Aspect } from '../incidents/query.ts';
import {
  blame,
  casualtyLines,
  claims,
  denials,
  quotes,
  sources,
  verificationLines,
  withStatus,
} from './attribution-answer.ts';
import type { AnswerBody } from './document/answer-body.ts';
import type { AnswerContext } from './document/answer-context.ts';
import { details } from './list-answer.ts';
import { capital, clean, sentence } from './messages/english/text.ts';
import type { NarrativeMessages, QuotedAspect } from './messages/incident-narrative.ts';
import { messagesFor } from './messages/localize.ts';

/** What the record says of a topic, in its own words. */
const quoted = (w: NarrativeMessages, r: IncidentRecord, ...topics: Detail['topic'][]) =>
  r.details
    .filter((d) => topics.includes(d.topic))
    .map(
      (d) =>
        w.name(sentence(clean(d.text, 500))) + (d.by && !d.text.includes(d.by) ? ` (${w.name(clean(d.by, 120))})` : ''),
    );

const names = (w: NarrativeMessages, r: Incident, ...roles: Incident['actors'][number]['role'][]) =>
  r.actors.filter((a) => roles.includes(a.role)).map((a) => w.actor(clean(a.actor, 100)));

function who(w: NarrativeMessages, r: Incident): string[] {
  const confirmed = withStatus(r.attributions, 'confirmed');
  if (confirmed.length) return confirmed.map(w.attribution);
  const rest = [
    ...withStatus(r.attributions, 'observed'),
    ...withStatus(r.attributions, 'suspected', 'blamed'),
    ...withStatus(r.attributions, 'claimed', 'denied', 'doubted'),
  ];
  if (rest.length) return [w.who.open, ...rest.map(w.attribution)];
  const sides = names(w, r, 'attacker', 'party');
  const dataset = r.reports.length > 0 && !r.id.startsWith('sitrep:');
  const said = sides.length === 0 ? w.who.nobody : w.who[dataset ? 'recorded' : 'reported'](w.list(sides));
  return [said, ...quoted(w, r, 'caution', 'background')];
}

const topics: Record<QuotedAspect, Detail['topic'][]> = {
  seized: ['seized'],
  damage: ['damage'],
  weapon: ['weapon'],
  motive: ['motive', 'background'],
  victims: ['victims'],
  statement: ['statement'],
  arrests: ['arrests', 'seized'],
};

function target(w: NarrativeMessages, r: Incident): string[] {
  const named = names(w, r, 'target', 'victim');
  return [named.length ? w.target.named(w.list(named)) : w.target.none, ...quoted(w, r, 'target', 'caution')];
}

/** The sentences that answer the aspect that was asked; says so where the sources do not state it. */
function answered(w: NarrativeMessages, r: Incident, about: Aspect): string[] {
  switch (about) {
    case 'who':
      return who(w, r);
    case 'claims':
      return claims(w, r);
    case 'blame':
      return blame(w, r);
    case 'denials':
      return denials(w, r);
    case 'sources':
      return sources(w, r);
    case 'quotes':
      return quotes(w, r);
    case 'standing':
      return verificationLines(w, r);
    case 'when':
      return [`${capital(w.when(r.when))}.`, ...quoted(w, r, 'date')];
    case 'where':
      return [`${capital(w.where(r))}.`, ...quoted(w, r, 'place', 'caution')];
    case 'casualties':
      return [...casualtyLines(w, r), ...quoted(w, r, 'victims')];
    case 'target':
      return target(w, r);
    case 'all':
      return [];
    default: {
      const said = quoted(w, r, ...topics[about]);
      return said.length ? said : [w.unsaid[about], ...quoted(w, r, 'caution')];
    }
  }
}

/** Describes one incident: the aspect that was asked; all of it only where all is asked. */
export function describe(context: AnswerContext): AnswerBody {
  const { query, result, language } = context;
  const [incident, ...others] = result.incidents;
  if (!incident) return { first: '', parts: [] };
  const { account: w } = messagesFor(language);
  const about = query.about ?? 'all';
  const [lead, ...rest] = answered(w, incident, about);
  const title = w.title(incident);
  const one = result.total > 1 && query.order === 'deadliest' && !query.filter.ids;
  const first = lead ? w.about(title, lead) : `${w.headed(title, w.when(incident.when))}.`;
  return {
    first: one ? `${w.deadliestOf(result.total, query.filter)} ${first}` : first,
    parts: about === 'all' ? whole(w, context, incident) : text(rest),
    sources: incident.reports.map((p) => ({ words: w.report(p), ...(p.url ? { url: p.url } : {}) })),
    next: [
      ...(about === 'all' ? [] : [details(context, incident)]),
      ...others
        .slice(0, 2)
        .map((o) => ({ label: clean(w.title(o), 60), action: { run: 'show', options: { id: o.id } } })),
    ],
  };
}

const text = (lines: readonly string[]): AnswerBody['parts'] =>
  lines.length ? [{ kind: 'text', text: lines.join('\n') }] : [];

/** The card, the record's other details, and what is known besides. */
function whole(w: NarrativeMessages, { result }: AnswerContext, incident: Incident): AnswerBody['parts'] {
  const besides = [
    ...quoted(w, incident, 'caution'),
    ...result.developments.map((d) => w.alsoReported(w.name(sentence(clean(d.statement, 300))))),
  ];
  const more = incident.details.filter((d) => d.topic !== 'caution');
  return [
    { kind: 'incident', card: w.card(incident) },
    ...text(more.map((d) => `- ${w.name(sentence(clean(d.text, 300)))}`)),
    ...besides.map((words) => ({ kind: 'note' as const, text: words })),
  ];
}
