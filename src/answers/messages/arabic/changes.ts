import { eventWords } from '../../../incidents/event-words.ts';
import type { ChangeAction, ChangeMessages } from '../changes.ts';
import { instant } from '../english/dates.ts';
import { attribution, cardWords } from './card.ts';
import { apart, around, count, type Forms, incidents, killed, list, number } from './filter.ts';

/** As a label before a count, which then needs no agreement. */
const acts: Record<ChangeAction, string> = {
  add: 'أُضيف',
  correct: 'صُحح',
  retract: 'سُحب',
  merge: 'دُمج مع غيره',
  absorb: 'أُدرج في غيره',
  split: 'فُصل عن غيره',
  release: 'عاد منفصلًا',
  vanish: 'لم يعد في أحدث إصدار',
};
const changes: Forms = {
  zero: 'لا تغييرات',
  one: 'تغيير واحد',
  two: 'تغييران',
  few: '# تغييرات',
  many: '# تغييرًا',
  other: '# تغيير',
};
const figure = (n: number | null) => (n === null ? 'غير معروف' : number(n));
const kinds = (types: readonly string[]) => list(types.map((id) => eventWords.ar.get(id)?.one ?? apart(id)));
const moment = (iso: string) => apart(instant(iso));

export const changeWords: ChangeMessages = {
  // An arrow between figures would be read in either direction.
  toll: (harm, before, after, says) =>
    `${cardWords.labels[harm]}: من ${figure(before)} إلى ${figure(after)}${says.length ? `، وفق ${list(says)}` : ''}`,
  newClaim: (a) => `جديد: ${attribution(a)}`,
  goneClaim: (a) => `لم يعد يقال: ${attribution(a)}`,
  place: (before, after) => `المكان: كان ${before}، وصار ${after}`,
  date: (before, after) => `التاريخ: كان ${before}، وصار ${after}`,
  kind: (before, after) => `النوع: كان ${kinds(before)}، وصار ${kinds(after)}`,
  together: (other, reason) => `يُروى من الآن مع ${other}: ${reason}`,
  apart: (other, reason) => `عاد يُروى منفصلًا عن ${other}: ${reason}`,
  back: (reason) => `أُعيد: ${reason}`,
  act: (action, other, { at, by, why }) => {
    const part = other && (action === 'correct' ? ` لأن ${other} جزء منه وقد صُحح` : ` (${other})`);
    return `${acts[action]}${part ?? ''}، ${moment(at)}، على يد ${by} (${why})`;
  },
  also: (parts) => `تغير أيضًا: ${list(parts.map((part) => changeWords.fields[part]))}`,
  more: (n) => `وغير ذلك: ${count(n, changes)}`,
  time: (span) =>
    span === 'import'
      ? 'في آخر استيراد'
      : [span.since ? `من ${moment(span.since)}` : '', span.before ? `إلى ${moment(span.before)}` : '']
          .filter(Boolean)
          .join(' '),
  summary: (total, filter, time, counts) =>
    `تغير في السجل${time ? ` ${time}` : ''}: ${count(total, incidents)}${around(filter)} (${counts.map(({ action, n }) => `${acts[action]}: ${number(n)}`).join('؛ ')}).`,
  nothing: (filter, time) => `لم يتغير شيء في السجل${around(filter)}${time ? `، ${time}` : ''}.`,
  deaths: (n) => `${n > 0 ? 'تضيف' : 'تنقص'} التصحيحات معًا: ${count(Math.abs(n), killed)} (أفضل التقديرات).`,
  origin: (n, { by, at, why }) => `${count(n, changes)} على يد ${by}، آخرها ${moment(at)}: ${why}.`,
  table: { title: 'ما الذي صُحح', what: 'ماذا', incidents: 'الحوادث' },
  fields: {
    toll: 'الحصيلة',
    'other figures': 'أرقام أخرى',
    date: 'التاريخ',
    'precision of the date': 'دقة التاريخ',
    place: 'المكان',
    position: 'الموقع',
    'precision of the place': 'دقة المكان',
    kind: 'النوع',
    actors: 'الأطراف',
    claims: 'النسبة إلى فاعل',
    sources: 'المصادر',
    flags: 'الملاحظات',
    spelling: 'الكتابة',
    wording: 'الصياغة',
  },
  revision: (n, of, act) => `المراجعة ${number(n)}${of ? ` من ${of}` : ''}: ${act}`,
  retracted: ({ by, at, why }) => `سحبه ${by}، ${moment(at)}: ${why}. وهو غير محسوب في أي عدد؛ هذا ما كان يقوله:`,
  records: {
    aggregate: 'مجموع ورد في تقرير، لا يضاف إلى الأعداد أبدًا.',
    development: 'مستجد، لا يُحسب حادثًا أبدًا.',
    report: 'تقرير لم يراجعه أحد، لا يُحسب حادثًا أبدًا.',
  },
  source: (words) => `المصدر: ${words}`,
  changed: (title) => `تغير: ${title}.`,
  takenBack: (title, reason) => `سُحب: ${title}. سُحب البلاغ: ${reason}.`,
};
