import type { Detail, Incident, IncidentRecord } from '../incidents/incident.ts';
import type { Aspect } from '../incidents/query.ts';
import { blame, claims, denials, quotes, sources, standing, stated, told } from './attributed.ts';
import type { Composed, Told } from './told.ts';
import { cardOf, title, where } from './wording/card.ts';
import { when } from './wording/dates.ts';
import { casualtySentences } from './wording/tolls.ts';
import { capital, clean, list, sentence } from './wording/words.ts';

const details = (r: IncidentRecord, ...topics: Detail['topic'][]) =>
  r.details
    .filter((d) => topics.includes(d.topic))
    .map((d) => sentence(clean(d.text, 500)) + (d.by && !d.text.includes(d.by) ? ` (${clean(d.by, 120)})` : ''));

function who(r: Incident): string[] {
  const confirmed = stated(r.attributions, 'confirmed');
  const sides = r.actors.filter((a) => a.role === 'attacker' || a.role === 'party').map((a) => clean(a.actor, 100));
  if (confirmed.length) return told(confirmed);
  const rest = told([
    ...stated(r.attributions, 'observed'),
    ...stated(r.attributions, 'suspected', 'blamed'),
    ...stated(r.attributions, 'claimed', 'denied', 'doubted'),
  ]);
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
function answered(r: Incident, about: Aspect): string[] {
  switch (about) {
    case 'who':
      return who(r);
    case 'claims':
      return claims(r);
    case 'blame':
      return blame(r);
    case 'denials':
      return denials(r);
    case 'sources':
      return sources(r);
    case 'quotes':
      return quotes(r);
    case 'standing':
      return standing(r);
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
  const lines = answered(incident, query.about ?? 'all');
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
