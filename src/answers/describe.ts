import type { Attribution, Detail, Incident, IncidentRecord } from '../incidents/incident.ts';
import type { Aspect } from '../incidents/query.ts';
import type { Composed, Told } from './told.ts';
import { attribution, cardOf, reportWords, title, where } from './wording/card.ts';
import { when } from './wording/dates.ts';
import { casualtySentences } from './wording/tolls.ts';
import { capital, clean, list, plural, sentence } from './wording/words.ts';

const details = (r: IncidentRecord, ...topics: Detail['topic'][]) =>
  r.details
    .filter((d) => topics.includes(d.topic))
    .map((d) => sentence(clean(d.text, 500)) + (d.by && !d.text.includes(d.by) ? ` (${clean(d.by, 120)})` : ''));

const stated = (list: Attribution[], ...statuses: Attribution['status'][]) =>
  list.filter((a) => statuses.includes(a.status));

function who(r: Incident): string[] {
  const confirmed = stated(r.attributions, 'confirmed');
  const sides = r.actors.filter((a) => a.role === 'attacker' || a.role === 'party').map((a) => clean(a.actor, 100));
  if (confirmed.length) return confirmed.map((a) => sentence(capital(attribution(a))));
  const rest = [
    ...stated(r.attributions, 'observed'),
    ...stated(r.attributions, 'suspected', 'blamed'),
    ...stated(r.attributions, 'claimed', 'denied', 'doubted'),
  ].map((a) => sentence(capital(attribution(a))));
  if (rest.length) return ['Who did it is not established.', ...rest];
  const dataset = sides.length && r.reports.length > 0 && r.id.startsWith('sitrep:') === false;
  return [
    dataset
      ? `Recorded as ${list(sides)}.`
      : sides.length
        ? `${capital(list(sides))}, as reported.`
        : 'No source says who did it; nobody is named as responsible.',
    ...details(r, 'caution', 'background'),
  ];
}

function claims(r: Incident): string[] {
  const claimed = stated(r.attributions, 'claimed', 'denied', 'blamed', 'suspected');
  const own = stated(claimed, 'claimed').map((a) => sentence(capital(attribution(a))));
  const others = [...stated(claimed, 'blamed', 'suspected', 'denied'), ...stated(r.attributions, 'doubted')].map((a) =>
    sentence(capital(attribution(a))),
  );
  return own.length
    ? [...own, ...(stated(r.attributions, 'confirmed').length ? [] : ['The claim is not confirmed.']), ...others]
    : ['No source reports a claim of responsibility.', ...others];
}

function sources(r: Incident): string[] {
  const publishers = [...new Set(r.reports.map((p) => clean(p.publisher, 80)))];
  const figures = [...new Set(r.casualties.flatMap((c) => (c.by ? [clean(c.by, 80)] : [])))];
  const count =
    publishers.length === 1
      ? `Only one source reports it: ${publishers[0]}.`
      : `${plural(publishers.length, 'source')} are named: ${list(publishers)}.`;
  const tolls =
    figures.length === 1
      ? [`The figures rest on a single source, ${figures[0]}; no second source confirms them.`]
      : figures.length
        ? [`Figures come from ${list(figures)}.`]
        : [];
  return [
    ...casualtySentences(r).filter((s) => /^Killed/.test(s) && figures.length > 0),
    count,
    ...tolls,
    ...r.reports.map((p) => `- ${reportWords(p)}`),
  ];
}

const topics: Partial<Record<Aspect, Detail['topic'][]>> = {
  seized: ['seized'],
  damage: ['damage'],
  weapon: ['weapon'],
  motive: ['motive', 'background'],
  victims: ['victims'],
  statement: ['statement'],
  arrests: ['arrests', 'seized'],
};

function target(r: Incident): string[] {
  const named = r.actors.filter((a) => a.role === 'target' || a.role === 'victim').map((a) => clean(a.actor, 100));
  return [
    named.length ? `Reported as the target: ${list(named)}.` : 'No source names the target.',
    ...details(r, 'target', 'caution'),
  ];
}

/** The sentences that answer what was asked of one incident; what nobody says is said to be unsaid. */
function told(r: Incident, about: Aspect): string[] {
  switch (about) {
    case 'who':
      return who(r);
    case 'claims':
      return claims(r);
    case 'sources':
      return sources(r);
    case 'when':
      return [`${capital(when(r.when))}.`, ...details(r, 'date')];
    case 'where':
      return [`${capital(where(r))}.`, ...details(r, 'place', 'caution')];
    case 'casualties':
      return [...casualtySentences(r), ...details(r, 'victims')];
    case 'target':
      return target(r);
    case 'all':
      return [];
    default: {
      const said = details(r, ...(topics[about] ?? []));
      return said.length ? said : [`No source says (${about}).`, ...details(r, 'caution')];
    }
  }
}

/** One incident is asked about: the asked aspect first, then the whole card. */
export function describe(all: Told): Composed {
  const { query, result } = all;
  const [incident, ...others] = result.incidents;
  if (!incident) return { first: '', parts: [] };
  const lines = told(incident, query.about ?? 'all');
  const [lead, ...rest] = lines;
  const context = result.developments.map((d) => ({
    kind: 'note' as const,
    text: `Also reported: ${sentence(clean(d.statement, 300))}`,
  }));
  const cautions = query.about === 'all' || query.about === undefined ? details(incident, 'caution') : [];
  return {
    first: lead ? `${title(incident)}: ${lead}` : `${title(incident)}, ${when(incident.when)}.`,
    parts: [
      ...(rest.length ? [{ kind: 'text' as const, text: rest.join('\n') }] : []),
      { kind: 'incident', card: cardOf(incident) },
      ...moreOf(incident, query.about),
      ...cautions.map((text) => ({ kind: 'note' as const, text })),
      ...context,
    ],
    next: others.slice(0, 3).map((o) => ({ label: clean(title(o), 60), does: { run: 'show', options: { id: o.id } } })),
  };
}

/** Everything else the sources say of it, for a full description. */
function moreOf(r: Incident, about: Aspect | undefined): Composed['parts'] {
  const said = new Set(topics[about ?? 'all'] ?? []);
  const lines = r.details
    .filter((d) => !said.has(d.topic) && d.topic !== 'caution')
    .map((d) => `- ${sentence(clean(d.text, 300))}`);
  return about === 'all' && lines.length ? [{ kind: 'text', text: lines.join('\n') }] : [];
}
