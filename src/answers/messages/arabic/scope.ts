import { eventWords } from '../../../incidents/event-words.ts';
import type { Quantity } from '../../../incidents/query.ts';
import type { ScopeMessages } from '../scope.ts';
import { apart, around, count, day, incidents, killed, list, number } from './filter.ts';

const many = (id: string) => eventWords.ar.get(id)?.many ?? id;
const people: Record<Quantity, string> = {
  incidents: 'الحوادث',
  killed: 'عدد القتلى',
  'civilians killed': 'عدد المدنيين من القتلى',
  wounded: 'عدد الجرحى',
  abducted: 'عدد المخطوفين',
  arrested: 'عدد المعتقلين',
};
const named = (datasets: readonly string[]) => list(datasets.map(apart));
const quoted = (phrases: readonly string[]) => list(phrases.map((words) => `«${apart(words)}»`));

export const scope: ScopeMessages = {
  kind: (datasets, kinds) => `لا تسجّل بيانات ${named(datasets)} ${list(kinds.map(many), 'or')}.`,
  casualty: (datasets, of) => `لا تسجّل بيانات ${named(datasets)} ${people[of]}.`,
  country: (asked, covered, more, world) =>
    `لا تشمل البيانات ${list(asked.map(apart), 'or')}: فيها فقط ${named(covered)}${more > 0 ? ` وبلدان أخرى عددها ${number(more)}` : ''}.${world ? ` الأمر «${apart('import ucdp')}» يأتي ببيانات العالم.` : ''}`,
  period: (datasets, country, edge, date, asked) =>
    `لا تشمل البيانات هذه الفترة (${around(asked).trim()}): ${edge === 'ends' ? 'تنتهي' : 'تبدأ'} بيانات ${named(datasets)}${country ? ` (${apart(country)})` : ''} في ${day(date)}.`,
  toll: (datasets, least) =>
    `لا تسجّل بيانات ${named(datasets)} إلا الحوادث التي لا يقل عدد قتلاها المعلن عن ${number(least)}.`,
  sample: (datasets, countries, whole) =>
    whole
      ? `في بيانات ${named(datasets)} عن ${named(countries)} كل الحوادث من ${day(whole.first)} إلى ${day(whole.last)} وعينة من غيرها. الأمر «${apart('import ucdp')}» يأتي بها كلها.`
      : `في بيانات ${named(datasets)} عن ${named(countries)} عينة من الحوادث فقط. الأمر «${apart('import ucdp')}» يأتي بها كلها.`,
  sides: (datasets) => `لا تسجّل بيانات ${named(datasets)} إلى أي طرف ينتمي القتلى.`,
  lost: (side, value, n, filter) =>
    `${count(value, killed)} من ${side === 'own' ? `جانب ${named((filter.actors ?? []).map(({ name }) => name))}` : side === 'governments' ? 'جانب الحكومات (الجنود والشرطة وحلفاؤهم)' : 'جانب الجماعات المسلحة'} في ${count(n, incidents)}${around(filter)}.`,
  own: (actor, own, others) => `منهم ${number(others)} ليسوا من جانب ${apart(actor)} و${number(own)} من جانبه.`,
  dataset: (asked, held) => `لا توجد هنا بيانات «${apart(asked)}»، بل بيانات ${named(held)} فقط.`,
  elsewhere: (datasets) => `تسجّلها بيانات ${named(datasets)}، لكن ليس لهذا المكان وهذه الفترة.`,
  mentions: (n, of, filter, phrases, more) => {
    const found = `${quoted(phrases)}${more > 0 ? ` وكلمات أخرى عددها ${number(more)}` : ''}`;
    const all = `${count(of, incidents)}${around(filter)}`;
    if (of === 0) return `ليس فيها أي حادث${around(filter)}.`;
    return n === 0
      ? `من ${all} لا يذكر نص أي منها ذلك (بُحث عن ${found}).`
      : `من ${all} يُذكر ذلك في نصوص ${number(n)} منها (وُجدت بالكلمات ${found}).`;
  },
  killed: (value, n, filter) => `${count(value, killed)} في ${count(n, incidents)}${around(filter)}.`,
  show: 'اعرضها',
  never: 'لا يمكن لهذا الاشتراك أن يرسل شيئًا من البيانات الموجودة.',
};
