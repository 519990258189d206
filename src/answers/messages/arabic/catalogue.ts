import { countedQuantity, knownQuantity } from '../../../incidents/quantities.ts';
import type { MessageCatalogue } from '../catalogue.ts';
import { countryIn } from '../countries.ts';
import { alertWords } from './alerts.ts';
import { card } from './card.ts';
import { caveats } from './caveat.ts';
import { changeWords } from './changes.ts';
import { back } from './clarification.ts';
import { figureWords } from './figures.ts';
import { apart, around, count, countedKinds, day, incidents, kinds, list, number } from './filter.ts';
import { groupWords } from './group-figures.ts';
import { feminine, groupKey, noGroup, units } from './groups.ts';
import { title, when } from './incident.ts';
import { account } from './incident-narrative.ts';
import { dayForms, nouns } from './nouns.ts';
import { row } from './row.ts';
import { scope } from './scope.ts';
import { standingWords } from './subscription-text.ts';
import { why } from './why.ts';

const hows = {
  deadliest: 'الأكثر دموية',
  oldest: 'الأقدم',
  relevance: 'الأقرب إلى السؤال',
  newest: 'الأحدث',
} as const;
const nearest = {
  'any time before': 'آخر ما سُجل قبل ذلك',
  'any time': 'الأقرب زمنيًا',
  'further around': 'الأقرب ضمن دائرة أوسع',
  'any kind': 'آخر ما سُجل من أي نوع',
};
const other = (n: number) => `حوادث أخرى (${number(n)})`;

export const arabic: MessageCatalogue = {
  list,
  day,
  when,
  title,
  card,
  row,
  caveat: caveats,
  scope,
  account,
  figures: figureWords,
  groups: groupWords,
  back,
  why,
  changes: changeWords,
  alerts: alertWords,
  standing: standingWords,
  counted: (filter, n) => `${countedKinds(filter, n)}${around(filter)}`,
  about: (filter) => around(filter).trim(),
  shown: (how, n, from) =>
    from
      ? `الأرقام من ${number(from)} إلى ${number(from + n - 1)}:`
      : n === 1
        ? `${hows[how]}:`
        : `${hows[how]} (${number(n)}):`,
  end: (which, total, filter, incident) =>
    `${which === 'first' ? 'الأول' : 'الأخير'} من ${countedKinds(filter, total)}${around(filter)}: ${title(incident)}، ${when(incident.when)}.`,
  toll: (of, value, range, known, filter) =>
    `${count(value, nouns[of].forms)}${range ? ` (أفضل تقدير؛ من ${number(range[0])} إلى ${number(range[1])})` : ''}. المجموع من: ${countedKinds(filter, known)}${around(filter)}.`,
  noToll: (of, total, filter) =>
    `لا يذكر أي مصدر عدد ${nouns[of].all}: ${countedKinds(filter, total)}${around(filter)}.`,
  withoutFigure: (n) => `${other(n)} لا يذكر أي مصدر عددًا لها.`,
  span: (days, filter, first, last) =>
    `${count(days, dayForms)} بين الأول والأخير من ${kinds(filter)}${around(filter)}: ${when(first)}، ${when(last)}.`,
  series: (total, of, filter, unit) =>
    `${of === 'incidents' ? countedKinds(filter, total) : count(total, nouns[of].forms)}${around(filter)}، حسب ${units[unit]}.`,
  highest: (key, quantity) => `الأعلى: ${key}، ${quantity}.`,
  leader: (unit, fewest, of, filter, key, quantity) =>
    `${units[unit]} ${feminine.has(unit) ? 'ذات' : 'ذو'} العدد ${fewest ? 'الأقل' : 'الأكبر'} من ${of === 'incidents' ? kinds(filter) : nouns[of].all}${around(filter)}: ${key}، ${quantity}.`,
  follow: (others) => `ثم ${others.join(' · ')}.`,
  compared: (sides) => sides.map((side) => `${side}.`).join(' '),
  quiet: (unit, keys, more, filter) =>
    `لا ${kinds(filter)} في: ${list([...keys.map((key) => groupKey(unit, key)), ...(more ? [`${number(more)} غيرها`] : [])])}. ومن بين البقية:`,
  bothSides: 'يُحسب طرفا القتال معًا: لا تقول البيانات من هاجم من.',
  nothingToRank: 'لا يوجد ما يُرتَّب.',
  noGroups: (unit, total, filter) =>
    `لا تسمح البيانات بالتوزيع حسب ${units[unit]}: ${countedKinds(filter, total)}${around(filter)}.`,
  quantity: (of, g) => {
    const all = count(g.count, incidents);
    if (of === 'incidents') return g.killed === null ? all : `${all} (${count(g.killed, nouns.killed.forms)})`;
    if (knownQuantity(of, g) === null) return `لا رقم، ${all}`;
    return `${count(countedQuantity(of, g), nouns[of].forms)} في ${all}`;
  },
  key: groupKey,
  columns: {
    unit: units,
    side: 'الجانب',
    incidents: 'الحوادث',
    killed: 'القتلى',
    civilians: 'القتلى المدنيون',
    wounded: 'الجرحى',
    abducted: 'المخطوفون',
    arrested: 'المعتقلون',
  },
  sideBySide: 'جنبًا إلى جنب',
  nearest: (what, at, words) => `${nearest[what]}: ${words}، ${when(at)}.`,
  dataBegins: (iso) => `تبدأ البيانات في ${day(iso)}.`,
  dataEnds: (iso, country, beyond) =>
    `تنتهي البيانات${country ? ` (${country})` : ''} في ${day(iso)}${beyond ? '، قبل الفترة المطلوبة' : ''}.`,
  notes: {
    readAs: (filter, sides) =>
      `فُهم السؤال هكذا: ${kinds(filter)}${around(filter)}${sides.length ? `، مع المقارنة بين ${list(sides.map(apart))}` : ''}.`,
    assumed: (said) => `على افتراض: ${said.join('؛ ')}.`,
    unreviewed: (n) => `${number(n)} من هذه لم تُراجع بعد: أبلغ عنها أشخاص ولم يؤكدها أي مسؤول.`,
    alike: (n) => `${number(n)} من هذه قد تكون هي نفسها في مجموعة بيانات أخرى، وهي محسوبة على حدة.`,
    overlapping: (n) => `${other(n)} تتداخل مع الفترة فقط (تاريخها معروف كمدى)، وهي غير محسوبة.`,
    coarse: (n, excluding) =>
      excluding
        ? `${number(n)} من هذه قد تقع في المكان المستثنى أو خارج المكان المطلوب: تحديد المكان غير دقيق.`
        : `${other(n)} قد تقع هناك لكن تحديد مكانها غير دقيق، وهي غير محسوبة.`,
    ungrouped: (n, unit) => `${other(n)} ليست في أي مجموعة: ${noGroup(unit)}.`,
    unfinished: (files) => `لم يكتمل استيراد ${files.map(apart).join('، ')}: ليس في البيانات إلا جزء منه.`,
    battles: 'المدنيون الذين قُتلوا في المعارك ليسوا في هذا الرقم: لا تسمي البيانات مسؤولًا عنهم.',
    alongLine: 'الحادث المسجل بين مكانين يقع في موضع ما على الخط بينهما؛ النقطة الدقيقة غير معروفة.',
    laterChanges: 'ما أُضيف أو صُحح أو سُحب بعد ذلك غير محسوب.',
    noData: 'لا توجد بيانات بعد.',
    from: (datasets, more) =>
      `مصدر البيانات: ${list([...datasets.map(apart), ...(more ? [`${number(more)} غيرها`] : [])])}.`,
    total: (statement, by) => `مجموع ورد في تقرير، غير محسوب هنا: ${apart(statement)}${by ? ` (${apart(by)})` : ''}`,
    unread: (words) => `لم يُستعمل: ${words.map((w) => `«${apart(w)}»`).join('، ')}.`,
    country: (name) => apart(countryIn('ar', name)),
  },
  steps: {
    details: 'التفاصيل',
    show: 'اعرضها',
    map: 'خريطة',
    more: 'المزيد',
    back: 'رجوع',
    subscribe: 'أخبرني بالجديد',
    export: 'تصدير',
    why: 'لماذا؟',
    within: (km) => `البحث ضمن ${number(km)} كم`,
    anyKind: 'أي نوع من الحوادث',
    anyTime: 'البحث في أي وقت',
    earlier: 'البحث قبل ذلك',
  },
};
