import { eventWords } from '../../../incidents/event-words.ts';
import { clean } from '../english/text.ts';
import type { RevisionMessages } from '../revision-history.ts';
import { day, list } from './filter.ts';
import { when, where } from './incident.ts';

export const layerWords: RevisionMessages = {
  together: 'Raconté avec\u00a0',
  correction: 'Correction\u00a0',
  name: (text) => text,
  list,
  when,
  where,
  kinds: (types) => list(types.map((id) => eventWords.fr.get(id)?.one ?? clean(id, 40))),
  quoted: (text) => `« ${text} »`,
  fields: { title: 'titre', summary: 'résumé', when: 'date', where: 'lieu', eventTypes: 'type' },
  field: (name, was) => `${name}${was ? ` (la source dit : ${was})` : ''}`,
  figures: 'des chiffres, à côté de ceux de la source',
  claim: 'une attribution',
  corrected: (what, confirmed, { by, at, why }) =>
    `${confirmed ? (what ? 'vérifié et rectifié : ' : 'vérifié') : 'rectifié : '}${what}, par ${by} le ${day(at)} (${why})`,
  dates: (at) => `le date ainsi : ${at}`,
  places: (at) => `le situe ainsi : ${at}`,
  calls: (kind) => `le classe comme ${kind}`,
  merged: (id, told, differs, { by, at, why }, sure) =>
    `${id} (${told})${differs ? `, qui ${differs}` : ''} ; réuni par ${by} le ${day(at)} (${why}${sure === undefined ? '' : `, proposé à ${sure} %`})`,
};
