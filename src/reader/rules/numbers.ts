import type { Having, Quantity, Unit } from '../../incidents/query.ts';
import { made, type Rule, rule } from '../grammar.ts';
import type { Bound, Harm, Threshold } from '../item.ts';

const year = (n: number) => n >= 1900 && n <= 2100;
const bound = (b: Bound, ...numbers: number[]) => (numbers.some(year) ? undefined : made('bound', b));

/** "per 100,000 people" */
export const rates: Rule[] = [
  rule('per n people', ['each', 'number', 'people'], (_, n, people) => rate(n, people.as === 'people'), 1.2),
  rule('per n inhabitants', ['each', 'number', 'inhabitants'], (_, n) => rate(n, true), 1.2),
  rule('per n', ['each', 'number'], (_, n) => rate(n, n >= 10_000), 0.8),
  rule('per head', ['per-head'], () => made('rate', ''), 0.8),
];
const rate = (n: number, people: boolean) => (people && n >= 100 ? made('rate', '') : undefined);

/** Distances, in kilometres. */
export const distances: Rule[] = [
  rule('n km', ['number', 'km'], (n, km) =>
    n * Number(km) > 0 && n * Number(km) <= 2000 ? made('distance', n * Number(km)) : undefined,
  ),
  rule('n dash km', ['number', 'dash', 'km'], (n, _, km) => made('distance', n * Number(km))),
  rule('about km', ['about', 'distance'], (_, km) => made('distance', km)),
  rule('(km)', ['open', 'distance', 'close'], (_, km) => made('distance', km)),
];

/** "more than 20", "20 or more", "between 5 and 10". */
export const bounds: Rule[] = [
  rule('over n', ['over', 'number'], (_, n) => bound({ min: n + 1 }, n)),
  rule('at least n', ['atleast', 'number'], (_, n) => bound({ min: n }, n)),
  rule('under n', ['under', 'number'], (_, n) => bound({ max: n - 1 }, n)),
  rule('at most n', ['atmost', 'number'], (_, n) => bound({ max: n }, n)),
  rule('n or more', ['number', 'ormore'], (n) => bound({ min: n }, n)),
  rule('n or fewer', ['number', 'orfewer'], (n) => bound({ max: n }, n)),
  rule('exactly n', ['exactly', 'number'], (_, n) => bound({ min: n, max: n }, n)),
  rule(
    'between n and n',
    ['between', 'number', 'and', 'number'],
    (_, a, __, b) => bound({ min: Math.min(a, b), max: Math.max(a, b) }, a, b),
    0.6,
  ),
  rule(
    'from n to n',
    ['atleast', 'number', 'to', 'number'],
    (_, a, __, b) => (a <= b ? bound({ min: a, max: b }, a, b) : undefined),
    0.6,
  ),
  rule('n to n', ['number', 'to', 'number'], (a, _, b) => (a <= b ? bound({ min: a, max: b }, a, b) : undefined)),
  rule('n-n', ['number', 'dash', 'number'], (a, _, b) => (a <= b ? bound({ min: a, max: b }, a, b) : undefined)),
];

/** Whom and what is counted. */
export const harms: Rule[] = [
  rule('people harmed', ['people', 'harm'], (people, { of }) => harmed(people, of)),
  rule('harmed people', ['harm', 'people'], ({ of }, people) => harmed(people, of)),
  rule('harm of people', ['harm', 'of', 'people'], ({ of }, _, people) => harmed(people, of)),
  rule('harm to people', ['harm', 'to', 'people'], ({ of }, _, people) => harmed(people, of)),
  rule('number of harmed', ['of', 'harm'], (_, harm) => made('harm', harm), -0.2),
];

function harmed(people: Harm['people'], of: Harm['of']) {
  if (!people || of === 'civilians killed') return undefined;
  if (people.as === 'civilian' && of === 'killed') return made('harm', { of: 'civilians killed', people });
  return made('harm', { of, people });
}

const field = ({ of }: Harm): Threshold['of'] | undefined =>
  of === 'killed' ? 'killed' : of === 'civilians killed' ? 'civilians' : of === 'wounded' ? 'wounded' : undefined;

const threshold = (b: Bound, harm: Harm) => {
  const of = field(harm);
  return of && (harm.people?.as !== undefined || !harm.people) ? made('threshold', { of, ...b }) : undefined;
};
const few = { said: 'people', as: 'people' as const };

/** "with more than 20 killed", "killed at least 5", "no deaths". */
export const thresholds: Rule[] = [
  rule('bound harm', ['bound', 'harm'], threshold, 0.8),
  rule('harm bound', ['harm', 'bound'], (harm, b) => threshold(b, harm), 0.6),
  rule('harm of bound', ['harm', 'of', 'bound'], (harm, _, b) => threshold(b, harm), 0.7),
  rule(
    'harm bound people',
    ['harm', 'bound', 'people'],
    (harm, b, people) => threshold(b, harmedOf(harm, people)),
    0.9,
  ),
  rule('bound people', ['bound', 'people'], (b, people) =>
    threshold(b, { of: people.as === 'civilian' ? 'civilians killed' : 'killed', people }),
  ),
  rule('zero harm', ['number', 'harm'], (n, harm) => (n === 0 ? threshold({ max: 0 }, harm) : undefined), 0.8),
  rule('over a year harm', ['over', 'number', 'harm'], (_, n, harm) => ofYear(n, { min: n + 1 }, harm), 1.4),
  rule('at least a year harm', ['atleast', 'number', 'harm'], (_, n, harm) => ofYear(n, { min: n }, harm), 1.4),
  rule('of threshold', ['of', 'threshold'], (_, t) => made('threshold', t), 0.1),
  rule('with n harm', ['involve', 'number', 'harm'], (_, n, harm) => threshold({ min: n, max: n }, harm), 0.4),
  rule('n harm or more', ['number', 'harm', 'ormore'], (n, harm) => threshold({ min: n }, harm), 1),
  rule(
    'harm n people or more',
    ['harm', 'number', 'people', 'ormore'],
    (harm, n, people) => threshold({ min: n }, harmedOf(harm, people)),
    1.2,
  ),
  rule(
    'that harmed n people',
    ['said', 'harm', 'number', 'people'],
    (_, harm, n, people) => threshold({ min: n, max: n }, harmedOf(harm, people)),
    0.6,
  ),
  rule('one fatality', ['number', 'dash', 'harm'], (n, _, harm) => threshold({ min: n, max: n }, harm), 0.4),
  rule('one fatality attack', ['number', 'harm', 'kind'], (n, harm) => threshold({ min: n, max: n }, harm), -5),
  rule('fatal', ['fatal', 'kind'], () => made('fatal-kind', ''), -5),
  rule('deadly', ['fatal'], () => made('threshold', { of: 'killed', min: 1 }), 0),
  rule('not deadly', ['nonfatal'], () => made('threshold', { of: 'killed', max: 0 }), 0.5),
  rule(
    'no harm',
    ['neg', 'harm'],
    (_, harm) =>
      harm.of === 'killed' || harm.of === 'civilians killed'
        ? threshold({ max: 0 }, { of: harm.of, people: harm.people ?? few })
        : undefined,
    0.1,
  ),
  rule('with threshold', ['involve', 'threshold'], (_, t) => made('threshold', t), 0.1),
  rule('each threshold', ['said', 'threshold'], (_, t) => made('threshold', t), 0.1),
  rule('in threshold', ['in', 'threshold'], (_, t) => made('threshold', t), 0),
  rule(
    'not threshold',
    ['neg', 'threshold'],
    (_, { of, min, max }) =>
      max !== undefined && min === undefined
        ? made('threshold', { of, min: max + 1 })
        : min !== undefined && max === undefined && min > 0
          ? made('threshold', { of, max: min - 1 })
          : undefined,
    1,
  ),
];

/** "more than 2000 deaths", of a number that may be a year. */
const ofYear = (n: number, b: Bound, harm: Harm) => (year(n) ? threshold(b, harm) : undefined);

/** Conditions on groups: "by more than three groups", "more than 100 attacks", "no attacks". */
export const conditions: Rule[] = [
  rule(
    'bound unit',
    ['bound', 'unit'],
    (b, unit) => (isDistinct(unit) ? made('having', { of: unit, ...b }) : undefined),
    0.6,
  ),
  rule('bound kind', ['bound', 'kind'], (b, kind) => made('having', { of: 'incidents', ...b, kinds: [kind] }), 0.6),
  rule(
    'no kind',
    ['neg', 'kind'],
    (_, kind) => (kind === 'violence' ? made('having', { of: 'incidents', max: 0, kinds: [kind] }) : undefined),
    0.2,
  ),
  rule('by condition', ['by', 'having'], (_, having) => made('having', having), 0.4),
  rule('in condition', ['in', 'having'], (_, having) => made('having', having), 0.2),
  rule('with condition', ['involve', 'having'], (_, having) => made('having', having), 0.2),
];
const isDistinct = (unit: Unit): unit is Exclude<Having['of'], Quantity> =>
  ['actor', 'country', 'admin1', 'district', 'place', 'eventType', 'conflict'].includes(unit);

const harmedOf = (harm: Harm, people: NonNullable<Harm['people']>): Harm =>
  people.as === 'civilian' && harm.of === 'killed' ? { of: 'civilians killed', people } : { ...harm, people };
