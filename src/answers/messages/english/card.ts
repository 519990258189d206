import { eventTypeById, withDescendants } from '../../../incidents/event-types.ts';
import type { ActorPart, Attribution, Incident, IncidentRecord, Report } from '../../../incidents/incident.ts';
import type { Citation, IncidentCard } from '../../document/incident-card.ts';
import { actorName, placeName } from '../names.ts';
import { layers, type RevisionMessages } from '../revision-history.ts';
import { casualtyFacts } from './casualties.ts';
import { day, when } from './dates.ts';
import { capital, clean, list } from './text.ts';
import { where } from './where.ts';

export { where } from './where.ts';

const typeWords = (r: IncidentRecord): string => list(r.eventTypes.map((id) => eventTypeById(id)?.one ?? id)) || r.kind;

const names = (actors: ActorPart[], role: ActorPart['role']) =>
  actors.filter((a) => a.role === role).map((a) => clean(a.actor, 100));

const named = (actors: ActorPart[], role: ActorPart['role']) =>
  actors.filter((a) => a.role === role).map((a) => actorName(a.actor));

/** The record's own title, or one made of who and where. */
export function title(r: IncidentRecord): string {
  if (r.title) return clean(r.title, 120);
  const [by, on] = [[...named(r.actors, 'attacker')], [...named(r.actors, 'victim'), ...named(r.actors, 'target')]];
  const sides = named(r.actors, 'party');
  const at = placeName(r.where.place ?? r.where.admin1 ?? r.where.country ?? '');
  const who = sides.length
    ? list(sides.slice(0, 2), 'vs') + (sides.length > 2 ? ' and others' : '')
    : [list(by), on.length ? `against ${list(on).toLowerCase() === 'civilians' ? 'civilians' : list(on)}` : '']
        .filter(Boolean)
        .join(' ');
  return capital(clean(`${who || typeWords(r)}${at ? `, ${at}` : ''}`, 140));
}

const statusWords: Record<Attribution['status'], string> = {
  observed: 'observed',
  suspected: 'suspected',
  blamed: 'blamed',
  claimed: 'claimed by',
  denied: 'denied by',
  doubted: 'thought unlikely',
  confirmed: 'confirmed',
};

/** One attribution with who says so: "claimed by X (its own claim); …". */
export function attribution(a: Attribution): string {
  const own =
    a.status === 'claimed' || a.status === 'denied'
      ? clean(a.by) === clean(a.actor)
        ? 'its own word'
        : `according to ${clean(a.by, 160)}`
      : `according to ${clean(a.by, 160)}`;
  const lead =
    a.status === 'claimed' || a.status === 'denied'
      ? `${statusWords[a.status]} ${clean(a.actor, 120)}`
      : `${statusWords[a.status]}: ${clean(a.actor, 120)}`;
  return `${lead} (${own}${a.quote ? `: “${clean(a.quote, 220)}”` : ''})${a.note ? `. ${clean(a.note, 300)}` : ''}`;
}

/** A report in a line: publisher, via whom, date, and headline or quote. */
export const reportWords = (p: Report): string =>
  clean(
    [
      p.publisher,
      p.via ? `via ${p.via}` : '',
      p.date ? day(p.date) : '',
      p.headline ? `“${p.headline}”` : p.quote ? `“${p.quote}”` : '',
    ]
      .filter(Boolean)
      .join(', '),
    260,
  );

export const sourceOf = (p: Report): Citation => ({ words: reportWords(p), ...(p.url ? { url: p.url } : {}) });

const flags: Record<string, string> = {
  'estimate-order': 'the dataset’s best estimate lies outside its own low to high',
  candidate: 'a candidate release: the actor is not settled yet',
  unreviewed: 'not reviewed yet',
  vanished: 'no longer in the newest release of its dataset that was imported',
};
const flagWords = (flag: string): string => flags[flag] ?? clean(flag, 80);

const roleLabels: Record<ActorPart['role'], string> = {
  attacker: 'Attacker',
  party: 'Sides',
  target: 'Target',
  victim: 'Victims',
  other: 'Also named',
};

/** Whether it is a security operation, whose actors are not attackers. */
const peaceful = (r: Incident) => withDescendants(['security-operation']).includes(r.eventTypes[0] as string);

const englishLayers: RevisionMessages = {
  together: 'Told together with',
  correction: 'Correction',
  name: (text) => text,
  list,
  when,
  where,
  kinds: (types) => list(types.map((id) => eventTypeById(id)?.one ?? clean(id, 40))),
  quoted: (text) => `“${text}”`,
  fields: { title: 'title', summary: 'summary', when: 'date', where: 'place', eventTypes: 'kind' },
  field: (name, was) => `${name}${was ? ` (the source says ${was})` : ''}`,
  figures: 'figures, beside the source’s',
  claim: 'a claim',
  corrected: (what, confirmed, { by, at, why }) =>
    `${confirmed ? (what ? 'reviewed, and put right: ' : 'reviewed') : 'put right: '}${what}, by ${by} on ${day(at)} (${why})`,
  dates: (at) => `dates it ${at}`,
  places: (at) => `places it ${at}`,
  calls: (kind) => `calls it ${kind}`,
  merged: (id, title, differs, { by, at, why }, sure) =>
    `${id} (${title})${differs ? `, which ${differs}` : ''}; merged by ${by} on ${day(at)} (${why}${sure === undefined ? '' : `, proposed with ${sure} %`})`,
};

/** An incident as a card, in English. */
export function cardOf(r: Incident): IncidentCard {
  const actors = (['attacker', 'party', 'target', 'victim', 'other'] as const).flatMap((role) =>
    names(r.actors, role).length
      ? [
          {
            label: role === 'attacker' && peaceful(r) ? 'Carried out by' : roleLabels[role],
            words: list(names(r.actors, role)),
          },
        ]
      : [],
  );
  return {
    id: r.id,
    title: title(r),
    when: when(r.when),
    where: where(r),
    type: typeWords(r),
    facts: [
      ...(r.summary ? [{ label: 'What', words: clean(r.summary, 600) }] : []),
      ...actors,
      ...r.attributions.map((a) => ({ label: 'Attribution', words: capital(attribution(a)) })),
      ...casualtyFacts(r).map(({ label, words }) => ({ label, words })),
      ...layers(englishLayers, r),
      ...r.flags.map((f) => ({ label: 'Note', words: flagWords(f) })),
    ],
    sources: r.reports.slice(0, 5).map(sourceOf),
  };
}
