import type { Account, Correction } from '../../incidents/correction.ts';
import { eventTypeById } from '../../incidents/event-types.ts';
import type { Incident } from '../../incidents/incident.ts';
import { day, when } from './dates.ts';
import { where } from './where.ts';
import { clean, list } from './words.ts';

const kinds = (types: readonly string[]): string => list(types.map((id) => eventTypeById(id)?.one ?? clean(id, 40)));

/** A field in words, where answers have words for it. */
const said: { [Field in keyof Correction['now']]?: (was: Correction['was']) => string | undefined } = {
  title: (was) => was.title && `“${clean(was.title, 120)}”`,
  when: (was) => was.when && when(was.when),
  where: (was) => was.where && where({ where: was.where }),
  eventTypes: (was) => was.eventTypes && kinds(was.eventTypes),
};
const names = { title: 'title', summary: 'summary', when: 'date', where: 'place', eventTypes: 'kind', flags: '' };

function corrected(c: Correction): string {
  const fields = (Object.keys(c.now) as (keyof typeof names)[]).filter((field) => names[field]);
  const told = fields.map((field) => {
    const was = said[field]?.(c.was);
    return `${names[field]}${was ? ` (the source says ${was})` : ''}`;
  });
  const beside = [c.casualty ? 'figures, beside the source’s' : '', c.attributions?.length ? 'a claim' : ''];
  const what = list([...told, ...beside].filter(Boolean));
  const verb = c.confirmed ? (what ? 'reviewed, and put right: ' : 'reviewed') : 'put right: ';
  return `${verb}${what}, by ${clean(c.by, 80)} on ${day(c.at)} (${clean(c.why, 160)})`;
}

/** Where the merged record says otherwise than the one it is merged into. */
function differing(kept: Incident, other: Account): string[] {
  const [mine, theirs] = [when(kept.when), when(other.when)];
  const [here, there] = [where(kept), where(other)];
  const [kind, otherKind] = [kinds(kept.eventTypes.slice(0, 1)), kinds(other.eventTypes.slice(0, 1))];
  return [
    mine === theirs ? '' : `dates it ${theirs}`,
    here === there ? '' : `places it ${there}`,
    kind === otherKind ? '' : `calls it ${otherKind}`,
  ].filter(Boolean);
}

function merged(kept: Incident, other: Account): string {
  const differs = differing(kept, other);
  const sure = other.confidence === undefined ? '' : `, proposed with ${Math.round(other.confidence * 100)} %`;
  return `${clean(other.id, 80)} (${clean(other.told, 120)})${differs.length ? `, which ${list(differs)}` : ''}; merged by ${clean(other.by, 80)} on ${day(other.at)} (${clean(other.why, 160)}${sure})`;
}

/** What people put right, and which records are told together here: a line each. */
export const layers = (incident: Incident): { label: string; words: string }[] => [
  ...(incident.accounts ?? []).map((other) => ({ label: 'Told together with', words: merged(incident, other) })),
  ...(incident.corrections ?? []).map((c) => ({ label: 'Correction', words: corrected(c) })),
];
