import type { ChangeAction, ChangeMessages } from '../changes.ts';
import { attribution } from './card.ts';
import { labels } from './casualties.ts';
import { instant } from './dates.ts';
import { around } from './filter.ts';
import { capital, list, number, plural } from './text.ts';

/** What happened to one record, to follow its name. */
const acts: Record<ChangeAction, string> = {
  add: 'added',
  correct: 'corrected',
  retract: 'retracted',
  merge: 'merged with another',
  absorb: 'merged into another',
  split: 'split from another',
  release: 'split off again',
  vanish: 'no longer in the newest release',
};
const was = (n: number, action: ChangeAction) => {
  const verb = action === 'vanish' ? (n === 1 ? 'is' : 'are') : n === 1 ? 'was' : 'were';
  return `${number(n)} ${verb} ${acts[action]}`;
};
const figure = (n: number | null) => (n === null ? 'not known' : number(n));

export const englishChanges: ChangeMessages = {
  toll: (harm, before, after, says) =>
    `${labels[harm]}: ${figure(before)} → ${figure(after)}${says.length ? `, ${says.length === 1 ? 'says' : 'say'} ${list(says)}` : ''}`,
  newClaim: (a) => `New: ${attribution(a)}`,
  goneClaim: (a) => `No longer said: ${attribution(a)}`,
  place: (before, after) => `Place: ${before} → ${after}`,
  date: (before, after) => `Date: ${before} → ${after}`,
  kind: (before, after) => `Kind: ${before.join(', ')} → ${after.join(', ')}`,
  together: (other, reason) => `Told together with ${other} from now on: ${reason}`,
  apart: (other, reason) => `Told apart from ${other} again: ${reason}`,
  back: (reason) => `Brought back: ${reason}`,
  act: (action, other, { at, by, why }) => {
    const part = other && (action === 'correct' ? ` because ${other}, a part of it, was` : ` (${other})`);
    return `${acts[action]}${part ?? ''}, ${instant(at)}, by ${by} (${why})`;
  },
  also: (parts) => `Also changed: ${list(parts)}`,
  more: (n) => `and ${plural(n, 'more change')}`,
  time: (span) =>
    span === 'import'
      ? 'by the last import'
      : [span.since ? `from ${instant(span.since)}` : '', span.before ? `to ${instant(span.before)}` : '']
          .filter(Boolean)
          .join(' '),
  summary: (total, filter, time, counts) => {
    const where = around(filter);
    const lead = `${plural(total, 'incident')}${where ? ` ${where}` : ''} changed in the record`;
    return `${capital([lead, time].filter(Boolean).join(', '))}: ${list(counts.map(({ action, n }) => was(n, action)))}.`;
  },
  nothing: (filter, time) =>
    `Nothing was changed in the record${[around(filter), time]
      .filter(Boolean)
      .map((w) => ` ${w}`)
      .join(',')}.`,
  deaths: (n) =>
    `Together the corrections ${n > 0 ? 'add' : 'take away'} ${plural(Math.abs(n), 'death')} (best estimates).`,
  origin: (n, { by, at, why }) => `${plural(n, 'change')} by ${by}, last ${instant(at)}: ${why}.`,
  table: { title: 'What was corrected', what: 'What', incidents: 'Incidents' },
  fields: {
    toll: 'Toll',
    'other figures': 'Other figures',
    date: 'Date',
    'precision of the date': 'Precision of the date',
    place: 'Place',
    position: 'Position',
    'precision of the place': 'Precision of the place',
    kind: 'Kind',
    actors: 'Actors',
    claims: 'Claims',
    sources: 'Sources',
    flags: 'Flags',
    spelling: 'Spelling',
    wording: 'Wording',
  },
  revision: (n, of, act) => `Revision ${n}${of ? ` of ${of}` : ''}: ${act}`,
  retracted: ({ by, at, why }) => `Retracted by ${by} on ${instant(at)}: ${why}. It is in no count; what it said:`,
  records: {
    aggregate: 'A reported total, never added to counts.',
    development: 'A development, never counted as an incident.',
    report: 'A report nobody has reviewed, never counted as an incident.',
  },
  source: (words) => `Source: ${words}`,
  changed: (title) => `Changed: ${title}.`,
  takenBack: (title, reason) => `Retracted: ${title}. The report is taken back: ${reason}.`,
};
