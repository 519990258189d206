import { eventTypeById } from '../../../incidents/event-types.ts';
import type { RevisionMessages } from '../revision-history.ts';
import { day, when } from './dates.ts';
import { clean, list } from './text.ts';
import { where } from './where.ts';

export const englishLayers: RevisionMessages = {
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
  merged: (id, told, differs, { by, at, why }, sure) =>
    `${id} (${told})${differs ? `, which ${differs}` : ''}; merged by ${by} on ${day(at)} (${why}${sure === undefined ? '' : `, proposed with ${sure} %`})`,
};
