import { isCycleUnit, isTimeUnit } from '../../incidents/time-units.ts';
import { made, type Rule, rule } from '../grammar.ts';
import type { Ends, Grouping, Superlative, Values } from '../item.ts';

const group = (by: Grouping['by'], how: Grouping['how'], more: Partial<Grouping> = {}) =>
  made('grouping', { by, how, ...more });
const ranks = (order: Superlative) => order === 'most' || order === 'fewest' || order === 'deadliest';
const small = (n: number) => Number.isInteger(n) && n >= 1 && n <= 1000;
const limited = (n: number) => Math.min(100, n);

/** "the latest" alone are several, "the last" is one. */
const endsOf = (said: Values['superlative']): Ends => {
  if (said === 'latest') return { order: 'newest', several: true };
  if (said === 'last-time') return { order: 'newest', once: true };
  return said === 'first-time' ? { order: 'oldest', once: true } : { order: said };
};

/** "per month", "by province", "which year", "the five deadliest towns", "top 10", "latest three". */
export const shapes: Rule[] = [
  rule('unitly', ['unitly'], (unit) => group(unit as Grouping['by'], 'each'), 0.3),
  rule('each unit', ['each', 'unit'], (_, unit) => group(unit, 'each'), 0.6),
  rule('by unit', ['by-unit', 'unit'], (_, unit) => group(unit, 'by'), 0.6),
  rule('by the unit', ['by', 'unit'], (_, unit) => (unit === 'actor' ? undefined : group(unit, 'by')), 0.5),
  rule('which of units', ['which', 'of', 'unit'], (_, __, unit) => group(unit, 'which'), 0.6),
  rule('which unit', ['which', 'unit'], (_, unit) => group(unit, 'which'), 0.6),
  rule('superlative', ['superlative'], (said) => made('ends', endsOf(said)), 0),
  rule(
    'n superlative',
    ['number', 'superlative'],
    (n, order) => (small(n) ? made('ends', { ...endsOf(order), limit: limited(n) }) : undefined),
    0.5,
  ),
  rule(
    'superlative n',
    ['superlative', 'number'],
    (order, n) => (small(n) ? made('ends', { ...endsOf(order), limit: limited(n) }) : undefined),
    0.5,
  ),
  rule(
    'superlative superlative',
    ['ends', 'superlative'],
    ({ limit, order: first }, order) =>
      order !== 'latest' && order !== 'last-time' && order !== 'first-time' && ranks(order) && first !== order
        ? made('ends', { order: first === 'most' ? order : first, ...(limit ? { limit } : {}) })
        : undefined,
    0.3,
  ),
  rule(
    'ends unit',
    ['ends', 'unit'],
    ({ order, limit }, unit) =>
      ranks(order) ? group(unit, 'which', { order, ...(limit ? { limit } : {}) }) : undefined,
    0.6,
  ),
  rule(
    'which ends unit',
    ['which', 'ends', 'unit'],
    (_, { order, limit }, unit) =>
      ranks(order) ? group(unit, 'which', { order, ...(limit ? { limit } : {}) }) : undefined,
    0.8,
  ),
  rule('record unit', ['record', 'unit'], (_, unit) => group(unit, 'which', { order: 'most' }), 0.6),
  rule('who fought whom', ['pairing'], () => group('pair', 'which', { order: 'most' }), 0.6),
  rule(
    'which n unit',
    ['which', 'number', 'unit'],
    (_, n, unit) => (small(n) ? group(unit, 'which', { limit: limited(n) }) : undefined),
    0.6,
  ),
  rule('ranked units', ['rank', 'unit'], (_, unit) => group(unit, 'which', { order: 'most' }), 0.6),
  rule('rank of units', ['rank', 'of', 'unit'], (_, __, unit) => group(unit, 'which', { order: 'most' }), 0.6),
  rule(
    'n units',
    ['number', 'unit'],
    (n, unit) =>
      small(n) && !isTimeUnit(unit as never) && !isCycleUnit(unit)
        ? group(unit, 'which', { limit: limited(n) })
        : undefined,
    -0.4,
  ),
  rule('all n units', ['all-of', 'number', 'unit'], () => made('note', ''), 0.6),
  rule('bare unit', ['unit'], (unit) => made('loose-unit', unit), 0),
  rule('units by harm', ['unit', 'by-unit', 'harm'], (unit) => group(unit, 'which', { order: 'most' }), -2),
  rule('hotspot', ['hotspot'], () => group('place', 'which', { order: 'most' }), 0.5),
  rule('which n', ['which', 'number'], (_, n) => (small(n) && n <= 100 ? made('limit', n) : undefined), 0.4),
  rule(
    'n list',
    ['measure', 'number'],
    (measure, n) => (measure === 'list' && small(n) ? made('limit', limited(n)) : undefined),
    0.2,
  ),
  rule('(n)', ['open', 'number', 'close'], (_, n) => (small(n) && n <= 100 ? made('limit', n) : undefined), 0.2),
  rule(
    '(top n)',
    ['open', 'ends', 'close'],
    (_, { order, limit }) => (limit ? made('ends', { order, limit }) : undefined),
    0.2,
  ),
  rule('bare number', ['number'], (n) => (small(n) && n <= 100 ? made('loose-number', String(n)) : undefined), -0.4),
];
