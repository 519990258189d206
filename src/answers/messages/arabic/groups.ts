import { eventWords } from '../../../incidents/event-words.ts';
import type { Unit } from '../../../incidents/query.ts';
import { isTimeUnit } from '../../../incidents/time-units.ts';
import { countryIn } from '../countries.ts';
import { clean } from '../english/text.ts';
import { hourOf, partOfYear, sidesOf, weekdayNumbered } from '../group-keys.ts';
import { actorName } from '../names.ts';
import { apart, day, list, month } from './filter.ts';
import { unitWords } from './units.ts';

/** What groups are by. */
export const units = Object.fromEntries(Object.entries(unitWords).map(([unit, [one]]) => [unit, one])) as Record<
  Unit,
  string
>;
export const feminine = new Set<Unit>(['year', 'hour', 'admin1']);

const seasons = {
  winter: 'الشتاء (ديسمبر إلى فبراير)',
  spring: 'الربيع (مارس إلى مايو)',
  summer: 'الصيف (يونيو إلى أغسطس)',
  autumn: 'الخريف (سبتمبر إلى نوفمبر)',
};
const ordinals = ['الأول', 'الثاني', 'الثالث', 'الرابع'];

/** The name of a group: "مارس 2016". */
export function groupKey(unit: Unit | undefined, key: string): string {
  const part = partOfYear(key);
  if (part?.letter === 'W') return `الأسبوع ${part.n} من ${part.year}`;
  if (part) return `${part.letter === 'Q' ? 'الربع' : 'النصف'} ${ordinals[part.n - 1]} من ${part.year}`;
  if (unit === 'weekday') return weekdayNumbered('ar', Number(key));
  if (unit === 'season') return seasons[key as keyof typeof seasons] ?? apart(key);
  if (unit === 'hour') return `من ${hourOf(key).join(' إلى ')}`;
  if (unit === 'actor') return apart(actorName(key));
  if (unit === 'pair') return list(sidesOf(clean(key, 200)).map((side) => apart(actorName(side))));
  if (unit === 'eventType') return eventWords.ar.get(key)?.many ?? apart(key);
  if (unit === 'country') return apart(countryIn('ar', key));
  if (/^\d{4}-\d{2}$/.test(key)) return month(`${key}-01`);
  return /^\d{4}-\d{2}-\d{2}$/.test(key) ? day(key) : apart(clean(key, 100));
}

/** Why incidents are in no group. */
export function noGroup(unit: Unit | undefined): string {
  if (isTimeUnit(unit) || unit === 'season') return 'تواريخها تمتد بين مجموعتين';
  if (unit === 'pair') return 'لا تميّز البيانات فيها طرفين';
  if (unit === 'actor') return 'لا تسمي البيانات فيها أحدًا';
  if (unit === 'weekday') return 'يومها غير معروف بدقة';
  return unit === 'hour' ? 'ساعتها غير معروفة' : 'لا تذكر البيانات ذلك';
}
