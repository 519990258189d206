import type { Query } from '../../../incidents/query.ts';
import { countryIn } from '../countries.ts';
import { clean } from '../english/text.ts';
import type { ChartWords, MapWords, PictureLabels, TimelineWords } from '../picture-labels.ts';
import { toll } from './card.ts';
import { arabic as wording } from './catalogue.ts';
import { apart, around, count, day, days, type Forms, incidents, kinds, list, number } from './filter.ts';
import { title, when } from './incident.ts';
import { unitWords as units } from './units.ts';

/** After a preposition. */
const places: Forms = {
  zero: 'أي مكان',
  one: 'مكان واحد',
  two: 'مكانين',
  few: '# أماكن',
  many: '# مكانًا',
  other: '# مكان',
};

const others: Forms = {
  zero: 'لا غيرها',
  one: 'واحد غيرها',
  two: 'اثنان غيرها',
  few: '# غيرها',
  many: '# غيرها',
  other: '# غيرها',
};

/** As the subject of a title, or after "number of". */
function measured({ of, filter }: Query, after = false): string {
  if (of === 'killed') return 'القتلى';
  if (of === 'civilians killed') return after ? 'القتلى المدنيين' : 'القتلى المدنيون';
  if (of === 'wounded') return 'الجرحى';
  if (of === 'abducted') return after ? 'المخطوفين' : 'المخطوفون';
  if (of === 'arrested') return after ? 'المعتقلين' : 'المعتقلون';
  const ids = filter.eventTypes ?? [];
  if (ids.length === 1 && ids[0] === 'violence') return 'الهجمات';
  return ids.length ? `الحوادث (${kinds(filter)})` : 'الحوادث';
}

const chart: ChartWords = {
  series: (query, unit) => `${measured(query)} حسب ${units[unit][0]}`,
  ranked: (query, unit, shown, all) =>
    `${units[unit][1]} حسب عدد ${measured(query, true)}${all > shown ? ` (${number(shown)} من ${number(all)})` : ''}`,
  sides: (query) => `${measured(query)}، جنبًا إلى جنب`,
  band: 'من أدنى تقدير إلى أعلاه',
  partial: 'فترة غير مكتملة',
  end: (last) => `تنتهي البيانات في ${day(last)}`,
  first: (n, of) => `الأوائل: ${number(n)} من ${number(of)}`,
  kind: (overTime) => (overTime ? 'رسم بياني بالأعمدة عبر الزمن' : 'رسم بياني بالأعمدة'),
  highest: (n, of) => `الأعلى (${number(n)} من ${number(of)}): `,
  incomplete: ' (غير مكتمل)',
  nothing: 'لا يوجد ما يُرسم.',
  dataEnds: (last) => `تنتهي البيانات في ${day(last)}.`,
};

const map: MapWords = {
  known: 'المكان معروف',
  roughly: 'معروف في حدود القضاء أو المنطقة',
  line: 'في موضع ما على الخط',
  province: 'لا تُعرف إلا المحافظة',
  country: 'لا يُعرف إلا البلد',
  undrawn: (n) => `${count(n, others)} في مناطق غير مرسومة`,
  asked: (name, km, line) => `ضمن ${number(km)} كم من ${line ? 'الخط بين ' : ''}${name}`,
  outlines: 'الحدود: \u2068Natural Earth\u2069',
  kilometres: (km) => `${number(km)} كم`,
  others: (name, n) => `${name} و${count(n, others)}`,
  rough: (name) => `حول ${name}`,
  between: (one, other) => `بين ${one} و${other}`,
  pair: (name) => name.split(' and ').map(apart).join(' و'),
  unnamed: 'مكان غير مسمى',
  at: (n, all) => `${count(n, incidents)} في ${count(all, places)}`,
  alongLine: (n) => `${count(n, incidents)} في موضع ما على خط بين مكانين`,
  coarse: (n) => `${count(n, incidents)} لا تُعرف إلا المحافظة أو البلد`,
  nowhere: (n) => `${count(n, incidents)} دون أي مكان`,
  nothingToDraw: () => 'لا تذكر البيانات المكان، فلا يوجد ما يُرسم.',
  table: (shown, all) => `الأماكن${all > shown ? ` (${number(shown)} من ${number(all)})` : ''}`,
  columns: ['المكان', 'الحوادث', 'القتلى'],
  grain: {
    near: 'في حدود 25 كم',
    district: 'في موضع ما من القضاء',
    province: 'في موضع ما من المحافظة',
    line: 'على امتداد خط أو داخل منطقة',
    sea: 'في البحر أو الجو',
    country: 'في موضع ما من البلد',
  },
  map: 'خريطة',
  weighed: (what, all) => `${what} في ${count(all, places)}`,
  inAll: (n) => `المجموع ${number(n)}`,
  roughlyOf: (n) => `منها ${number(n)} في موضع ما حولها`,
  noPlaces: 'لا أماكن دقيقة.',
  provinces: 'لا تُعرف إلا المحافظة',
  countries: 'لا يُعرف إلا البلد',
  withoutPlace: 'دون أي مكان',
  also: 'مرسوم أيضًا',
  corridor: (km, name) => `ممر عرضه ${number(km)} كم على كل جانب من الخط بين ${name}`,
  circle: (km, name) => `دائرة نصف قطرها ${number(km)} كم حول ${name}`,
  outline: (name) => `حدود ${name}`,
  more: (n) => count(n, others),
};

const timeline: TimelineWords = {
  table: 'التسلسل الزمني',
  columns: ['ما حدث', 'القتلى'],
  chosen: (n) => `الأكثر دموية (${number(n)}) حسب ترتيب وقوعها:`,
  span: (first, last) => `${days(first, last)}.`,
  // Cleaned before it is set apart: cleaning takes isolates out.
  when: (at) => when(at.asWritten ? { ...at, asWritten: clean(at.asWritten, 60) } : at),
  title,
  toll,
  unknown: 'غير معروف',
};

const tick = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('ar-u-ca-gregory-nu-latn', { month: 'short', timeZone: 'UTC', ...options });
const [dayTick, monthTick] = [tick({ day: 'numeric' }), tick({ year: 'numeric' })];

export const arabic: PictureLabels = {
  rightToLeft: true,
  number,
  thousands: ',',
  list: (items) => list(items),
  comma: '، ',
  between: '؛ ',
  labelled: (name, figure) => `${name}: ${figure}`,
  range: (value, low, high) => `${number(value)} (من ${number(low)} إلى ${number(high)})`,
  name: apart,
  country: (name) => apart(countryIn('ar', name)),
  ground: (name) => apart(countryIn('ar', name)),
  day,
  tick: { day: (at) => dayTick.format(at), month: (at) => monthTick.format(at) },
  key: (by, key) => wording.key(by ?? 'country', key),
  measured: (query) => measured(query),
  around: (filter) => around(filter).trim(),
  counted: wording.counted,
  cut: '… (مقطوع)',
  chart,
  map,
  timeline,
};
