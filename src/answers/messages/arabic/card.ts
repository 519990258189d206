import { eventWords } from '../../../incidents/event-words.ts';
import type { Attribution, Casualty, Incident, Report, Toll } from '../../../incidents/incident.ts';
import type { IncidentCard } from '../../document/incident-card.ts';
import { type CardMessages, cardFrom } from '../card.ts';
import { clean } from '../english/text.ts';
import type { RevisionMessages } from '../revision-history.ts';
import { apart, day, list, number } from './filter.ts';
import { actor, title, type, when, where } from './incident.ts';

export function toll(t: Toll): string {
  if (t === 'none reported') return 'لم يُبلَّغ عن أي منهم';
  if (t === 'number unknown') return 'نعم، والعدد غير معروف';
  const [low, high] = [Math.min(t.low, t.best), Math.max(t.high, t.best)];
  return low === high ? number(t.best) : `${number(t.best)} (أفضل تقدير؛ من ${number(low)} إلى ${number(high)})`;
}

export const groupWords = (c: Casualty) =>
  c.group === 'all' ? '' : `${/^civilians$/i.test(c.group) ? 'مدنيون' : apart(clean(c.group, 80))}: `;
const by = (c: Casualty) =>
  `${c.by ? `، وفق ${apart(clean(c.by, 120))}` : ''}${c.account ? ` (${apart(clean(c.account, 80))})` : ''}`;

const statuses: Record<Attribution['status'], string> = {
  observed: 'شوهد',
  suspected: 'مشتبه به',
  blamed: 'متهم',
  claimed: 'تبناه',
  denied: 'نفاه',
  doubted: 'مستبعد',
  confirmed: 'مؤكد',
};
const itself = (a: Attribution) => (a.status === 'claimed' || a.status === 'denied') && clean(a.by) === clean(a.actor);
/** Who says so. */
const sayer = (a: Attribution) => (itself(a) ? 'وفق ما أعلنته الجهة نفسها' : `وفق ${apart(clean(a.by, 160))}`);
export const attribution = (a: Attribution): string =>
  `${statuses[a.status]}: ${apart(clean(a.actor, 120))} (${sayer(a)}${a.quote ? `: «${apart(clean(a.quote, 220))}»` : ''})`;

const report = ({ publisher, via, date, headline, quote }: Report) => {
  const words = headline ?? quote;
  const parts = [
    apart(clean(publisher, 80)),
    via && `عبر ${apart(clean(via, 80))}`,
    date && day(date),
    words && `«${apart(clean(words, 160))}»`,
  ];
  return parts.filter(Boolean).join('، ');
};

const flags: Record<string, string> = {
  'estimate-order': 'أفضل تقدير في مجموعة البيانات خارج حدَّيها الأدنى والأعلى',
  candidate: 'إصدار مبدئي: الفاعل لم يُحسم بعد',
  unreviewed: 'لم يُراجع بعد',
  vanished: 'غير موجود في أحدث إصدار مستورد من مجموعة بياناته',
};

const layerWords: RevisionMessages = {
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
  merged: (id, title, differs, { by, at, why }, sure) =>
    `${id} (${title})${differs ? `، ${differs}` : ''}؛ دمجه ${by} في ${day(at)} (${why}${sure === undefined ? '' : `، اقتُرح بنسبة ${sure} %`})`,
};

export const cardWords: CardMessages = {
  labels: {
    summary: 'الملخص',
    attacker: 'المنفذ',
    carriedOut: 'قام بها',
    party: 'الأطراف',
    target: 'الهدف',
    victim: 'الضحايا',
    other: 'ذُكر أيضًا',
    attribution: 'النسبة',
    killed: 'القتلى',
    wounded: 'الجرحى',
    abducted: 'المخطوفون',
    arrested: 'المعتقلون',
    note: 'ملاحظة',
    sources: 'المصادر',
  },
  flags,
  list,
  quoted: apart,
  actor,
  attribution,
  report,
  layers: layerWords,
  casualty: (c, t) => `${groupWords(c)}${toll(t)}${by(c)}`,
  between: '؛ ',
};

export const card = (r: Incident): IncidentCard =>
  cardFrom(cardWords, r, { title: title(r), when: when(r.when), where: where(r), type: type(r) });
