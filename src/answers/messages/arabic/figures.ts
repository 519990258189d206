import type { Filter, Quantity } from '../../../incidents/query.ts';
import type { TimeUnit } from '../../../incidents/time-units.ts';
import { clean } from '../english/text.ts';
import { type Average, type FigureMessages, inverse, shortened, signedPercent } from '../figures.ts';
import { apart, around, count, countedKinds, type Forms, kinds, number } from './filter.ts';
import { groupKey } from './groups.ts';
import { dayForms, forms, nouns } from './nouns.ts';

const counted = (of: Quantity, filter: Filter, n: number): string =>
  of === 'incidents' ? countedKinds(filter, n) : count(n, nouns[of].forms);
const all = (of: Quantity, filter: Filter): string => (of === 'incidents' ? kinds(filter) : nouns[of].all);

/** "في عام 2016" */
function side({ key, filter }: { key: string; filter: Filter }): string {
  const kind = filter.eventTypes ? `(${kinds(filter)})` : '';
  return `${kind}${around(filter)}`.trim() || `(${apart(clean(key, 80))})`;
}

const units: Record<TimeUnit, { one: string; forms: Forms }> = {
  day: { one: 'يوم', forms: dayForms },
  week: { one: 'أسبوع', forms: forms('أسابيع', 'أسبوع', 'أسبوعان', 'أسابيع', 'أسبوعًا', 'أسبوع') },
  month: { one: 'شهر', forms: forms('أشهر', 'شهر', 'شهران', 'أشهر', 'شهرًا', 'شهر') },
  quarter: { one: 'ربع سنة', forms: forms('أرباع', 'ربع', 'ربعان', 'أرباع', 'ربعًا', 'ربع') },
  half: { one: 'نصف سنة', forms: forms('أنصاف', 'نصف', 'نصفان', 'أنصاف', 'نصفًا', 'نصف') },
  year: { one: 'سنة', forms: { ...forms('سنوات', 'سنة', 'سنتان', 'سنوات', 'سنة', 'سنة'), one: 'سنة واحدة' } },
};
/** A figure with its sign, in its own direction. */
const isolated = (text: string) => `\u2068${text}\u2069`;
const percentSign = (n: string) => isolated(`${n}%`);
const bounds = { under: 'أقل من ', over: 'أكثر من ' };

export const figureWords: FigureMessages = {
  difference: ({ of, filter, value, percent, sides: [one, other], figures: [now, before] }) => {
    const [here, there] = [side(one), side(other)];
    if (value === 0) return `العدد نفسه${around(filter)} ${here} و${there}: ${counted(of, filter, now)}.`;
    const change = percent === undefined ? '' : ` (${percentSign(signedPercent(percent, number))})`;
    const size = counted(of, filter, Math.abs(value));
    return `${value < 0 ? 'أقل' : 'أكثر'} بمقدار ${size}${around(filter)} ${here} مقارنة بما كان ${there}${change}: ${number(now)} مقابل ${number(before)}.`;
  },
  ratio: (told) => {
    const {
      of,
      filter,
      value,
      sides: [one, other],
      figures: [first, second],
    } = told;
    const to = inverse(told);
    return `النسبة ${number(shortened(value))}${to === undefined ? '' : ` (1 إلى ${number(to)})`}: ${counted(of, filter, first)} ${side(one)}، و${number(second)} ${side(other)}${around(filter) ? `،${around(filter)}` : ''}.`;
  },
  median: ({ of, filter, value, per }) =>
    `الوسيط: ${counted(of, filter, value)} في ${'by' in per ? `كل ${units[per.by].one}` : 'كل حادث'}${around(filter)} (${divisor(filter, per)}).`,
  average: ({ of, filter, value, sum, per }) => {
    const each = 'by' in per ? `كل ${units[per.by].one}` : 'كل حادث';
    return `${counted(of, filter, shortened(value))} في ${each} في المتوسط${around(filter)} (المجموع ${number(sum)} في ${divisor(filter, per)}).`;
  },
  share: ({ of, filter, percent, bound, part, whole, which }) => {
    const figure = `${bound ? bounds[bound] : ''}${percentSign(number(percent))} (${number(part)} من ${number(whole)})`;
    const from = `من ${all(of, filter)}${around(filter)}`;
    if (!which) return `${figure} ${from}: مدنيون.`;
    return `${figure} ${from}: ${`${which.eventTypes ? kinds(which) : ''}${around(which)}`.trim()}.`;
  },
  untold: (of, filter) => `لا يمكن إعطاء رقم (${all(of, filter)}${around(filter)}): ليس في البيانات ما يُحسب منه.`,
};

function divisor(filter: Filter, per: Average['per']): string {
  if ('incidents' in per) return countedKinds(filter, per.incidents);
  const [first, last] = [groupKey(per.by, per.first), groupKey(per.by, per.last)];
  const span = first === last ? first : `من ${first} إلى ${last}، بما فيها ما لا شيء فيه`;
  return `${count(per.count, units[per.by].forms)}: ${span}`;
}
