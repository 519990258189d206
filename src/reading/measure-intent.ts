import type { Slots } from '../frames/slots.ts';
import { daysBetween } from '../incidents/day-spans.ts';
import type { Measure, Quantity, Query, Unit } from '../incidents/query.ts';
import { aspectAsked, aspectOf, describes } from './asked-attribute.ts';
import type { Facets } from './extract-slots.ts';

/** What a question asks for, apart from which incidents. */
export type MeasureIntent = Pick<Query, 'measure' | 'of' | 'by' | 'order' | 'limit' | 'about'>;

/** What of which incidents are asked for bears on what is asked of them. */
export type Bearing = Pick<Slots, 'text' | 'period'> & { attribution?: unknown };

const time = new Set<Unit>(['day', 'week', 'month', 'year']);
const timelineRows = 20;

type Common = Pick<MeasureIntent, 'of' | 'limit' | 'order'>;
type Rule = (facets: Facets, slots: Bearing, common: Common, limit: number | undefined) => MeasureIntent | undefined;

const mapped: Rule = (facets, _slots, common) =>
  has(facets, 'map') ? { ...common, measure: 'map', of: common.of } : undefined;

/** "a timeline of the battle"; of deaths, or by month, it is a series. */
const inTime: Rule = (facets, _slots, common, limit) =>
  has(facets, 'timeline') && facets.quantity.length === 0 && facets.grouping.length === 0
    ? { ...common, measure: 'timeline', limit: limit ?? timelineRows }
    : undefined;

const spanning: Rule = (facets, _slots, common) => (isSpan(facets) ? { ...common, measure: 'span' } : undefined);

const describing: Rule = (facets, slots, common) => {
  const about = aspectOf(facets);
  if (!about || !describes(facets, slots, about)) return undefined;
  return {
    ...common,
    measure: about === 'who' ? 'who' : 'describe',
    about,
    order: slots.text ? 'relevance' : 'newest',
  };
};

const grouped: Rule = (facets, slots, common, limit) => {
  const by = groupingOf(facets);
  if (by?.kind === 'rank') {
    return {
      ...common,
      measure: 'rank',
      by: by.unit,
      limit: limit ?? 10,
      order: fewest(facets) ? 'fewest' : 'most',
      of: rankedBy(facets, common.of),
    };
  }
  if (by?.kind !== 'trend' && !has(facets, 'trend') && !has(facets, 'timeline')) return undefined;
  return { ...common, measure: 'trend', by: by && time.has(by.unit) ? by.unit : unitFor(slots) };
};

const atAnEnd: Rule = (facets, _slots, common, limit) => {
  const end = facets.measure.find((r) => r.value === 'first' || r.value === 'last');
  return end && (limit ?? 1) === 1 ? { ...common, measure: end.value, of: 'incidents' } : undefined;
};

const deadliest: Rule = (facets, _slots, common, limit) =>
  facets.order.some((r) => r.value === 'deadliest') && (!has(facets, 'count') || limit)
    ? {
        ...common,
        measure: 'list',
        of: 'incidents',
        order: 'deadliest',
        limit: limit ?? (singular(facets.text) ? 1 : 5),
      }
    : undefined;

/** Who did many is told by how much each did. */
const actorsOfMany: Rule = (facets, _slots, common, limit) =>
  aspectAsked(facets) === 'who'
    ? { ...common, measure: 'rank', by: 'actor', order: 'most', limit: limit ?? 10, of: rankedBy(facets, common.of) }
    : undefined;

const summed: Rule = (facets, _slots, common, limit) =>
  common.of !== 'incidents' && !(has(facets, 'list') && limit) && !onlyThreshold(facets)
    ? { ...common, measure: 'sum' }
    : undefined;

const counted: Rule = (facets, _slots, common) =>
  has(facets, 'count') ? { ...common, measure: 'count', of: 'incidents' } : undefined;

/** In order: the first that knows the question decides; a question that none knows asks for a list. */
const rules: readonly Rule[] = [
  ...[mapped, inTime, spanning, describing, grouped, atAnEnd, deadliest],
  ...[actorsOfMany, summed, counted],
];

/** Decides between list, count, sum, trend, rank …, and what is counted, by what, in which order. */
export function shapeOf(facets: Facets, slots: Bearing): MeasureIntent {
  const limit = facets.limit[0]?.value;
  const common: Common = { of: quantityOf(facets), limit: limit ?? 5, order: 'newest' };
  for (const rule of rules) {
    const shape = rule(facets, slots, common, limit);
    if (shape) return shape;
  }
  const oldest = facets.order.some((r) => r.value === 'oldest' && r.score > 0.5);
  return { ...common, measure: 'list', of: 'incidents', order: oldest ? 'oldest' : 'newest' };
}

const has = (facets: Facets, measure: Measure) => facets.measure.some((r) => r.value === measure);
const isSpan = (facets: Facets) =>
  has(facets, 'span') &&
  /\bbetween\b|\bfirst\b.*\blast\b|\bspan\b|\bhow long (?:did|has|was|is) .*\b(?:last|lasted|go on|going on|gone on|been (?:on|fought))\b/i.test(
    facets.text,
  );
const fewest = (facets: Facets) => facets.order.some((r) => r.value === 'fewest');
const singular = (text: string) =>
  /\b(?:deadliest|worst|bloodiest|biggest|largest)(?: \S+){0,3} (?:attack|incident|event|clash|battle|bombing|strike|massacre|day)\b(?!s)/i.test(
    text,
  );

/** "how many incidents with more than 10 killed": the deaths bound the incidents, they are not what is counted. */
function onlyThreshold(facets: Facets): boolean {
  return facets.quantity.every(
    (q) =>
      facets.threshold.some((t) => q.start < t.end && t.start < q.end) ||
      facets.order.some(
        (o) => o.value === 'deadliest' && q.start < o.end && o.start < q.end && o.end - o.start > q.end - q.start,
      ),
  );
}

function quantityOf(facets: Facets): Quantity {
  const free = facets.quantity.filter(
    (q) =>
      !facets.threshold.some((t) => q.start < t.end && t.start < q.end) &&
      !facets.attribution.some((a) => q.start < a.end && a.start < q.end),
  );
  const asked = free.find((q) => q.value === 'civilians killed') ?? free[0];
  return asked && !incidentsCounted(facets, asked.start) ? asked.value : 'incidents';
}

/** "number of incidents where people died": incidents are counted although deaths are named later. */
const incidentsCounted = (facets: Facets, at: number) =>
  /\b(?:how many|number of|count of|total) (?:\S+ ){0,2}?(?:incidents|attacks|events|clashes|times)\b/i.test(
    facets.text.slice(0, at),
  ) && !/\bhow many\b.*\bhow many\b/i.test(facets.text);

function rankedBy(facets: Facets, of: Quantity): Quantity {
  if (of !== 'incidents') return of;
  if (/\bby (?:the )?(?:number of )?(?:incidents|attacks|events)\b/i.test(facets.text)) return 'incidents';
  return facets.order.some((r) => r.value === 'deadliest') ||
    facets.grouping.some((g) => /deadliest|bloodiest/i.test(g.words))
    ? 'killed'
    : 'incidents';
}

function groupingOf(facets: Facets): { kind: 'rank' | 'trend'; unit: Unit } | undefined {
  const superlative =
    facets.order.some((r) => ['deadliest', 'most', 'fewest'].includes(r.value)) ||
    facets.grouping.some((g) => g.value.ranked) ||
    facets.grouping.some((g) =>
      /\b(?:top|worst|deadliest|bloodiest|most|busiest|quietest|safest|leading|main|hardest)\b/i.test(g.words),
    );
  const which = facets.grouping.find((g) => g.value.kind === 'which');
  if (
    which &&
    (superlative || /\b(?:which|what)\b/i.test(which.words)) &&
    !(which.value.by === 'actor' && !superlative)
  )
    return { kind: 'rank', unit: which.value.by };
  const other = facets.grouping.find((g) => g.value.kind !== 'which');
  if (!other) return undefined;
  return { kind: time.has(other.value.by) && !which ? 'trend' : 'rank', unit: other.value.by };
}

/** Years for long stretches, months for shorter ones, days for weeks. */
function unitFor({ period }: Pick<Slots, 'period'>): Unit {
  if (!period?.start || !period.end) return 'year';
  const days = daysBetween(period.start.slice(0, 10), period.end.slice(0, 10));
  return days > 800 ? 'year' : days > 62 ? 'month' : 'day';
}
