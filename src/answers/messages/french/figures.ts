import type { Filter, Quantity } from '../../../incidents/query.ts';
import type { TimeUnit } from '../../../incidents/time-units.ts';
import { clean } from '../english/text.ts';
import { type Average, type FigureMessages, inverse, shortened, signedPercent } from '../figures.ts';
import { around, isOne, kinds, nouns, number, plural } from './filter.ts';
import { groupKey } from './groups.ts';

const nounOf = (of: Quantity, filter: Filter, n = 2): string =>
  of === 'incidents' ? kinds(filter, n).words : nouns[of][isOne(n) ? 0 : 1];
const startsWithVowel = (words: string) => /^[aàâeéèêiîoôuûh]/i.test(words);
const que = (words: string) => `${startsWithVowel(words) ? 'qu’' : 'que '}${words}`;
const de = (words: string) => `${startsWithVowel(words) ? 'd’' : 'de '}${words}`;

/** "en 2016", "pour les frappes aériennes" */
function side({ key, filter }: { key: string; filter: Filter }): string {
  const kind = filter.eventTypes ? `pour les ${kinds(filter, 2).words}` : '';
  return `${kind}${around(filter)}`.trim() || `pour ${clean(key, 80)}`;
}

const units: Record<TimeUnit, [string, string]> = {
  day: ['jour', 'jours'],
  week: ['semaine', 'semaines'],
  month: ['mois', 'mois'],
  quarter: ['trimestre', 'trimestres'],
  half: ['semestre', 'semestres'],
  year: ['an', 'ans'],
};
const bounds = { under: 'Moins de ', over: 'Plus de ' };

export const figureWords: FigureMessages = {
  difference: ({ of, filter, value, percent, sides: [one, other], figures: [now, before] }) => {
    const [here, there] = [side(one), que(side(other))];
    if (value === 0) return `Autant ${de(nounOf(of, filter))}${around(filter)} ${here} ${there} : ${number(now)}.`;
    const change = percent === undefined ? '' : ` (${signedPercent(percent, number)} %)`;
    const size = Math.abs(value);
    return `${number(size)} ${nounOf(of, filter, size)} de ${value < 0 ? 'moins' : 'plus'}${around(filter)} ${here} ${there}${change} : ${number(now)} et ${number(before)}.`;
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
    return `Rapport de ${number(shortened(value))}${to === undefined ? '' : ` (1 pour ${number(to)})`} : ${number(first)} ${nounOf(of, filter, first)} ${side(one)}, et ${number(second)} ${side(other)}${around(filter) ? `,${around(filter)}` : ''}.`;
  },
  median: ({ of, filter, value, per }) =>
    `Médiane : ${number(value)} ${nounOf(of, filter, value)} par ${'by' in per ? units[per.by][0] : kinds(filter, 1).words}${around(filter)} (${divisor(filter, per)}).`,
  average: ({ of, filter, value, sum, per }) => {
    const n = shortened(value);
    const each = 'by' in per ? units[per.by][0] : kinds(filter, 1).words;
    return `${number(n)} ${nounOf(of, filter, n)} par ${each} en moyenne${around(filter)} (${number(sum)} ${divisor(filter, per)}).`;
  },
  share: ({ of, filter, percent, bound, part, whole, which }) => {
    const figure = `${bound ? bounds[bound] : ''}${number(percent)} % (${number(part)} sur ${number(whole)})`;
    const all = `des ${nounOf(of, filter)}${around(filter)}`;
    if (!which) return `${figure} ${all} : des civils.`;
    return `${figure} ${all} : ${`${which.eventTypes ? kinds(which, 2).words : ''}${around(which)}`.trim()}.`;
  },
  untold: (of, filter) =>
    `Aucun chiffre ne peut être donné pour les ${nounOf(of, filter)}${around(filter)} : les données n’ont pas de quoi le calculer.`,
};

function divisor(filter: Filter, per: Average['per']): string {
  if ('incidents' in per) return `dans ${number(per.incidents)} ${kinds(filter, per.incidents).words}`;
  const [first, last] = [groupKey(per.by, per.first), groupKey(per.by, per.last)];
  const span = first === last ? first : `${first} à ${last}, y compris là où il n’y en a pas`;
  return `en ${plural(per.count, ...units[per.by])} : ${span}`;
}
