import type { Query } from '../../incidents/query.ts';
import { numberOf, numberPattern } from '../numbers.ts';
import type { Reading } from '../span.ts';
import { readAll } from '../text.ts';

export type OrderReading = Reading<'order', Query['order']>;
export type LimitReading = Reading<'limit', number>;

const orders: [RegExp, Query['order'], number][] = [
  [
    /\b(?:deadliest|bloodiest|worst|most (?:deadly|lethal|violent)|biggest|largest|(?:by|for|in terms of|ordered by|sorted by|with the most|with most|most) (?:death tolls?|deaths|fatalities|killed|casualties|body count))\b/gi,
    'deadliest',
    0.8,
  ],
  [/\b(?:newest|latest|most recent(?:ly)?|last)\b/gi, 'newest', 0.6],
  [/\b(?:oldest|earliest|chronological(?:ly)?|first)\b/gi, 'oldest', 0.55],
  [/\b(?:(?:the )?most|highest|more|greatest)\b/gi, 'most', 0.5],
  [/\b(?:(?:the )?fewest|lowest|least|fewer|safest|quietest)\b/gi, 'fewest', 0.6],
];

export const readOrders = (text: string): OrderReading[] =>
  orders.flatMap(([pattern, value, score]) => readAll(text, 'order', pattern, () => ({ value, score })));

const n = `(${numberPattern})`;
const ranked =
  '(?:deadliest|bloodiest|worst|newest|latest|most recent|oldest|earliest|biggest|largest|last|first|most)';
const things =
  '(?:attacks|incidents|events|clashes|battles|bombings|airstrikes|groups|parties|actors|provinces|states|countries|governorates|regions|towns|cities|places|years|months|days|weeks|examples|results|ones|rows)';
const limits: RegExp[] = [
  new RegExp(`\\btop[- ]${n}\\b`, 'gi'),
  new RegExp(
    `\\b(?:list|show|give)(?: me| us)?(?: the)?(?: first| last| top)? ${n}\\b(?! or more| and more|\\+)`,
    'gi',
  ),
  new RegExp(`\\b${n}(?= ${ranked}\\b)`, 'gi'),
  new RegExp(`\\b${ranked} ${n}\\b(?! (?:days?|weeks?|months?|years?|hours?|quarters?|decades?|minutes?))`, 'gi'),
  new RegExp(`\\b(?:which|what) ${n} (?=${things}\\b)`, 'gi'),
  new RegExp(`\\bwhich ${n}\\b(?= (?:had|have|saw|were|are|has))`, 'gi'),
  new RegExp(`\\b(?:just |only )?${n},? please\\b`, 'gi'),
  new RegExp(`\\((?:the )?(?:top )?${n}\\)`, 'gi'),
];

/** How many to show: "top 10", "five newest", "(two)", "3 please". Bounded to 100. */
export const readLimits = (text: string): LimitReading[] =>
  limits.flatMap((pattern) =>
    readAll(text, 'limit', pattern, (m) => {
      const value = numberOf(m[1] as string);
      return value >= 1 && value < 1000 ? { value: Math.min(100, value), score: 0.85 } : undefined;
    }),
  );
