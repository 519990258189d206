import type { Unit } from '../../../incidents/query.ts';

/** What groups are by, one and many. */
export const unitWords: Record<Unit, [string, string]> = {
  day: ['اليوم', 'الأيام'],
  week: ['الأسبوع', 'الأسابيع'],
  month: ['الشهر', 'الأشهر'],
  quarter: ['ربع السنة', 'أرباع السنة'],
  half: ['نصف السنة', 'أنصاف السنوات'],
  year: ['السنة', 'السنوات'],
  season: ['الفصل', 'الفصول'],
  weekday: ['يوم الأسبوع', 'أيام الأسبوع'],
  hour: ['ساعة اليوم', 'ساعات اليوم'],
  place: ['المكان', 'الأماكن'],
  district: ['القضاء', 'الأقضية'],
  admin1: ['المحافظة', 'المحافظات'],
  country: ['البلد', 'البلدان'],
  actor: ['الطرف', 'الأطراف'],
  pair: ['ثنائي الأطراف', 'ثنائيات الأطراف'],
  conflict: ['النزاع', 'النزاعات'],
  eventType: ['النوع', 'الأنواع'],
  source: ['المصدر', 'المصادر'],
};
