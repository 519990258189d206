import { countryIn } from '../countries.ts';
import type { ExplanationMessages } from '../why.ts';
import { apart, day, number, period } from './filter.ts';

export const why: ExplanationMessages = {
  facets: {
    period: 'الزمن',
    asOf: 'حالة السجل',
    changes: 'تغييرات السجل',
    review: 'المراجعة',
    place: 'المكان',
    actor: 'الطرف',
    eventType: 'نوع الحادث',
    measure: 'ما تريد معرفته',
    quantity: 'ما يُعدّ',
    grouping: 'التجميع',
    order: 'الترتيب',
    limit: 'عدد ما يُعرض',
    threshold: 'حد عدد القتلى',
    distance: 'المسافة',
    point: 'الموقع',
    precision: 'الدقة',
    source: 'المصدر',
    attribution: 'النسبة',
    aspect: 'ما يُسأل عنه',
    text: 'كلمات التقرير',
  },
  period,
  place: (name, country) =>
    country ? `${apart(name)}، ${apart(countryIn('ar', country))}` : apart(countryIn('ar', name)),
  word: (said, facet, meaning) => `«${apart(said)}» بمعنى ${facet}${meaning ? `: ${meaning}` : ''}`,
  read: (words) => `قرأت ${words.join('؛ ')}.`,
  nothingRead: 'لم أقرأ أكثر مما كان موضوع هذه المحادثة.',
  found: (n, of) => `ما وُجد: ${number(n)} من الحوادث، وعددها ${number(of)}.`,
  others: (labels) => `قراءات أخرى: ${labels.join('؛ ')}.`,
  assumed: (a) => {
    if (a.kind === 'name') return `«${apart(a.said)}» قُرئ ${apart(a.name)}`;
    if (a.kind === 'season') return `«${apart(a.said)}» قُرئ ثلاثة أشهر في نصف الكرة الشمالي`;
    if (a.kind === 'hours') return `«${apart(a.said)}» قُرئ من الساعة ${number(a.from)} إلى ${number(a.to)}`;
    if (a.kind === 'zone') return `توقيت ${apart(a.letter)} في المجموعة أُخذ على أنه التوقيت المحلي`;
    if (a.kind === 'same-day') return `«${apart(a.said)}» قُرئ ${day(a.day)}`;
    return a.kind === 'run-up'
      ? 'ما سبق ذلك قُرئ الشهر السابق'
      : 'التواريخ وفق تقويم أم القرى؛ قد تختلف الرؤية المحلية يومًا واحدًا';
  },
};
