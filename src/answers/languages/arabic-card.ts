import { eventWords } from '../../incidents/event-words.ts';
import type { ActorPart, Attribution, Casualty, Incident, Report, Toll, When } from '../../incidents/incident.ts';
import type { IncidentCard } from '../answer.ts';
import { clean } from '../wording/words.ts';
import { apart, day, days, list, number } from './arabic-filter.ts';
import { type CardWords, cardFrom } from './card.ts';
import { countryIn } from './countries.ts';

export const actor = (name: string) => (/^civilians$/i.test(name) ? 'مدنيون' : apart(name));
const named = (actors: ActorPart[], ...roles: ActorPart['role'][]) =>
  actors.filter((a) => roles.includes(a.role)).map((a) => actor(clean(a.actor, 100)));
const type = (r: Incident) => list(r.eventTypes.map((id) => eventWords.ar.get(id)?.one ?? apart(id)));

/** The record's own title, in its own language, or one made of who and where. */
export function title(r: Incident): string {
  if (r.title) return apart(clean(r.title, 120));
  const [by, on, sides] = [named(r.actors, 'attacker'), named(r.actors, 'victim', 'target'), named(r.actors, 'party')];
  const who = sides.length
    ? `${sides.slice(0, 2).join(' ضد ')}${sides.length > 2 ? ' وآخرون' : ''}`
    : [list(by), on.length ? `ضد ${list(on)}` : ''].filter(Boolean).join(' ');
  const at = r.where.place ?? r.where.admin1 ?? (r.where.country && countryIn('ar', r.where.country));
  return `${who || type(r)}${at ? `، ${apart(clean(at, 80))}` : ''}`;
}

const vague: Partial<Record<When['precision'], string>> = {
  week: 'في حدود أسبوع',
  month: 'اليوم غير معروف',
  year: 'الشهر غير معروف',
};
const parts: Record<NonNullable<When['partOfDay']>, string> = {
  night: 'ليلًا',
  morning: 'صباحًا',
  afternoon: 'بعد الظهر',
  evening: 'مساءً',
};

export function when(w: When): string {
  const written = w.asWritten ? `«${apart(w.asWritten)}»` : '';
  if (w.start === null || w.end === null) return `لم يُذكر تاريخ${written ? ` (${written})` : ''}`;
  const part = w.partOfDay ? `، ${parts[w.partOfDay]}` : '';
  const hedge = w.start !== w.end && vague[w.precision] ? ` (${vague[w.precision]})` : '';
  const basis = w.basis === 'outside' ? ` (يقول المصدر ${written} فقط؛ التاريخ معروف من غيره)` : '';
  return `${days(w.start, w.end)}${part}${hedge}${basis}`;
}

const coarse: Partial<Record<Incident['where']['precision'], string>> = {
  near: '؛ المكان معروف في حدود 25 كم تقريبًا',
  district: '؛ المكان الدقيق غير معروف',
  province: '؛ المكان داخل المحافظة غير معروف',
  country: '؛ المكان داخل البلد غير معروف',
  sea: '؛ في البحر أو الجو',
  line: '؛ على امتداد خط أو داخل منطقة',
};

export function where({ where: w }: Pick<Incident, 'where'>): string {
  const country = w.country && countryIn('ar', w.country);
  if (w.between)
    return `بين ${apart(clean(w.between[0].name, 80))} و${apart(clean(w.between[1].name, 80))}، ${apart(country ?? 'البلد غير معروف')}${w.route ? `، ${apart(clean(w.route, 120))}` : ''} (النقطة الدقيقة غير معروفة)`;
  const names = [w.place, w.admin1, country].filter((n): n is string => n !== undefined);
  const distinct = names.filter((n, i) => names.findIndex((o) => o.toLowerCase().startsWith(n.toLowerCase())) === i);
  return `${distinct.map((n) => apart(clean(n, 100))).join('، ') || 'لم يُذكر مكان'}${coarse[w.precision] ?? ''}`;
}

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
  const told = [
    apart(clean(publisher, 80)),
    via && `عبر ${apart(clean(via, 80))}`,
    date && day(date),
    words && `«${apart(clean(words, 160))}»`,
  ];
  return told.filter(Boolean).join('، ');
};

const flags: Record<string, string> = {
  'estimate-order': 'أفضل تقدير في مجموعة البيانات خارج حدَّيها الأدنى والأعلى',
  candidate: 'إصدار مبدئي: الفاعل لم يُحسم بعد',
  unreviewed: 'لم يُراجع بعد',
  vanished: 'غير موجود في أحدث إصدار مستورد من مجموعة بياناته',
};

export const cardWords: CardWords = {
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
  casualty: (c, t) => `${groupWords(c)}${toll(t)}${by(c)}`,
  between: '؛ ',
};

export const card = (r: Incident): IncidentCard =>
  cardFrom(cardWords, r, { title: title(r), when: when(r.when), where: where(r), type: type(r) });
