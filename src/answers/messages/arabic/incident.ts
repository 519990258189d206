import { eventWords } from '../../../incidents/event-words.ts';
import type { ActorPart, Incident, When } from '../../../incidents/incident.ts';
import { countryIn } from '../countries.ts';
import { clean } from '../english/text.ts';
import { actorName, placeName } from '../names.ts';
import { apart, days, list } from './filter.ts';

export const actor = (name: string) => (/^civilians$/i.test(name) ? 'مدنيون' : apart(name));
const named = (actors: ActorPart[], ...roles: ActorPart['role'][]) =>
  actors.filter((a) => roles.includes(a.role)).map((a) => actor(actorName(a.actor)));
export const type = (r: Incident) => list(r.eventTypes.map((id) => eventWords.ar.get(id)?.one ?? apart(id)));

/** The record's own title, in its own language, or one made of who and where. */
export function title(r: Incident): string {
  if (r.title) return apart(clean(r.title, 120));
  const [by, on, sides] = [named(r.actors, 'attacker'), named(r.actors, 'victim', 'target'), named(r.actors, 'party')];
  const who = sides.length
    ? `${sides.slice(0, 2).join(' ضد ')}${sides.length > 2 ? ' وآخرون' : ''}`
    : [list(by), on.length ? `ضد ${list(on)}` : ''].filter(Boolean).join(' ');
  const at = placeName(r.where.place ?? r.where.admin1 ?? (r.where.country ? countryIn('ar', r.where.country) : ''));
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
