import type { Filter, Quantity } from '../../../incidents/query.ts';
import { type Average, type FigureMessages, inverse, shortened, signedPercent } from '../figures.ts';
import { around, shortKinds } from './filter.ts';
import { keyWords, unitWords } from './groups.ts';
import { capital, clean, number, plural } from './text.ts';

const comma = (text: string) => (text ? `, ${text}` : '');
const space = (text: string) => (text ? ` ${text}` : '');

export const harms: Record<Quantity, string> = {
  incidents: 'killed',
  killed: 'killed',
  'civilians killed': 'killed',
  wounded: 'wounded',
  abducted: 'abducted',
  arrested: 'arrested',
};
const victims = (of: Quantity, n: number) =>
  of === 'civilians killed' ? (n === 1 ? 'civilian' : 'civilians') : n === 1 ? 'person' : 'people';
/** "attacks", "people killed" */
const nouns = (of: Quantity, filter: Filter, n = 2): string =>
  of === 'incidents' ? shortKinds(filter, n) : `${victims(of, n)} ${harms[of]}`;

/** Whether a side differs by nothing but the kind of incident: "airstrikes" can then be counted themselves. */
const isKind = ({ filter }: { filter: Filter }) => Object.keys(filter).join() === 'eventTypes';

/** "in 2016", "for airstrikes" */
function sideWords({ key, filter }: { key: string; filter: Filter }): string {
  const kinds = filter.eventTypes ? `for ${shortKinds(filter, 2)}` : '';
  return `${kinds}${kinds ? space(around(filter)) : around(filter)}` || `for ${clean(key, 80)}`;
}

export const englishFigures: FigureMessages = {
  difference: ({ of, filter, value, percent, sides: [one, other], figures: [now, before] }) => {
    const size = Math.abs(value);
    const change = percent === undefined ? '' : ` (${signedPercent(percent, number)} %)`;
    const figures = `${change}: ${number(now)} and ${number(before)}.`;
    const more = value < 0 ? 'fewer' : 'more';
    if (value !== 0 && of === 'incidents' && isKind(one) && isKind(other))
      return `${number(size)} ${more} ${shortKinds(one.filter, size)} than ${shortKinds(other.filter, 2)}${space(around(filter))}${figures}`;
    const [here, there] = [sideWords(one), sideWords(other)];
    const about = (n: number) => `${nouns(of, filter, n)}${space(around(filter))} ${here}`;
    return value === 0
      ? `Exactly as many ${about(2)} as ${there}: ${number(now)}.`
      : `${number(size)} ${more} ${about(size)} than ${there}${figures}`;
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
    return `A ratio of ${number(shortened(value))}${to === undefined ? '' : ` (1 to ${number(to)})`}: ${number(first)} ${nouns(of, filter, first)} ${sideWords(one)}, and ${number(second)} ${sideWords(other)}${comma(around(filter))}.`;
  },
  median: ({ of, filter, value, per }) =>
    `The median is ${number(value)} ${nouns(of, filter, value)} per ${'by' in per ? unitWords[per.by][0] : shortKinds(filter, 1)}${space(around(filter))} (${divisor(filter, per)}).`,
  average: ({ of, filter, value, sum, per }) => {
    const n = shortened(value);
    const each = 'by' in per ? unitWords[per.by][0] : shortKinds(filter, 1);
    const what =
      of === 'incidents'
        ? `${number(n)} ${shortKinds(filter, n)}`
        : `${number(n)} ${victims(of, n)} ${n === 1 ? 'was' : 'were'} ${harms[of]}`;
    return `${what} per ${each} on average${space(around(filter))} (${number(sum)} in ${divisor(filter, per)}).`;
  },
  share: ({ of, filter, percent, bound, part, whole, which }) => {
    const figure = `${bound ? `${capital(bound)} ` : ''}${number(percent)} % (${number(part)} of ${number(whole)})`;
    const all = `of the ${nouns(of, filter)}${space(around(filter))}`;
    if (!which) return `${figure} ${all} were civilians.`;
    const kinds = which.eventTypes ? shortKinds(which, 2) : '';
    return `${figure} ${all}: ${[kinds, around(which)].filter(Boolean).join(' ')}.`;
  },
  untold: (of, filter) =>
    `No figure can be given for ${nouns(of, filter)}${space(around(filter))}: the data has nothing to work it out from.`,
};

function divisor(filter: Filter, per: Average['per']): string {
  if ('incidents' in per) return plural(per.incidents, shortKinds(filter, 1), shortKinds(filter, 2));
  const [first, last] = [keyWords(per.by, per.first), keyWords(per.by, per.last)];
  const span = first === last ? first : `${first} to ${last}, including those with none`;
  return `${plural(per.count, ...unitWords[per.by])}: ${span}`;
}
