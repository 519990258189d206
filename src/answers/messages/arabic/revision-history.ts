import { eventWords } from '../../../incidents/event-words.ts';
import { clean } from '../english/text.ts';
import type { RevisionMessages } from '../revision-history.ts';
import { apart, day, list } from './filter.ts';
import { when, where } from './incident.ts';

export const layerWords: RevisionMessages = {
  together: 'يُروى مع',
  correction: 'تصحيح',
  name: apart,
  list,
  when,
  where,
  kinds: (types) => list(types.map((id) => eventWords.ar.get(id)?.one ?? apart(clean(id, 40)))),
  quoted: (text) => `«${apart(text)}»`,
  fields: { title: 'العنوان', summary: 'الملخص', when: 'التاريخ', where: 'المكان', eventTypes: 'النوع' },
  field: (name, was) => `${name}${was ? ` (يقول المصدر: ${was})` : ''}`,
  figures: 'أرقام إلى جانب أرقام المصدر',
  claim: 'نسبة إلى فاعل',
  corrected: (what, confirmed, { by, at, why }) =>
    `${confirmed ? (what ? 'رُوجع وصُحح: ' : 'رُوجع') : 'صُحح: '}${what}، على يد ${by} في ${day(at)} (${why})`,
  dates: (at) => `تاريخه فيه: ${at}`,
  places: (at) => `مكانه فيه: ${at}`,
  calls: (kind) => `نوعه فيه: ${kind}`,
  merged: (id, told, differs, { by, at, why }, sure) =>
    `${id} (${told})${differs ? `، ${differs}` : ''}؛ دمجه ${by} في ${day(at)} (${why}${sure === undefined ? '' : `، اقتُرح بنسبة ${sure} %`})`,
};
