import type { Slots } from '../../frames/slots.ts';
import { daysBetween } from '../../incidents/day-spans.ts';
import { type Having, isQuantity, type Measure, type Quantity, type Query, type Unit } from '../../incidents/query.ts';
import { isCycleUnit, isTimeUnit } from '../../incidents/time-units.ts';
import { type Draft, has, itemsOf, wordsOf } from '../draft.ts';
import type { Ends, Grouping, Item, Superlative } from '../item.ts';
import { isPlural, meansThatOne } from '../specific.ts';
import { aspectOf, isDescribed } from './aspects.ts';
import { conditionOf, countedUnit } from './conditions.ts';
import { ended, kindItems, quantityOf, rankedBy } from './quantity.ts';

/** What is asked for, apart from which incidents. */
export type Shape = Pick<Query, 'measure' | 'of' | 'order' | 'limit' | 'about' | 'having'> & { by?: Grouping['by'] };

const isTime = (unit: Unit): boolean => isTimeUnit(unit) || isCycleUnit(unit);
const measured = (draft: Draft, ...measures: Measure[]) =>
  itemsOf(draft, 'measure').some((i) => measures.includes(i.value));
const asksMany = (draft: Draft) => ended(draft, 'most', 'fewest', 'deadliest') || has(draft, 'more', 'less');

interface Context {
  draft: Draft;
  slots: Slots;
  of: Quantity;
  limit: number | undefined;
  common: Pick<Shape, 'of' | 'order' | 'limit'>;
}
type Reading = (context: Context) => Shape | undefined;

const mapped: Reading = ({ draft, common }) => (measured(draft, 'map') ? { ...common, measure: 'map' } : undefined);

const inTime: Reading = ({ draft, common, limit }) =>
  measured(draft, 'timeline') && !has(draft, 'harm', 'grouping')
    ? { ...common, measure: 'timeline', limit: limit ?? 20 }
    : undefined;

const spanning: Reading = ({ draft, common }) =>
  measured(draft, 'span') && !conditionOf(draft) ? { ...common, measure: 'span' } : undefined;

const describing: Reading = ({ draft, slots, common }) => {
  const about = aspectOf(draft);
  if (!about || !isDescribed(draft, slots, about)) return undefined;
  return {
    ...common,
    measure: about === 'who' ? 'who' : 'describe',
    about,
    // Of many that fit, the deadliest is the likeliest one.
    order: slots.text ? 'relevance' : 'deadliest',
  };
};

/** "how many provinces had attacks", "months with more than 2,000 deaths" */
const conditional: Reading = ({ draft, common, limit }) => {
  const condition = conditionOf(draft);
  const having = condition ? { having: condition.having } : {};
  const of = havingQuantity(condition?.having) ?? 'incidents';
  const unit = countedUnit(draft, condition);
  if (unit) return { ...common, measure: 'count', of, by: unit, order: 'most', limit: limit ?? 10, ...having };
  const said = itemsOf(draft, 'loose-unit')[0]?.value ?? itemsOf(draft, 'grouping')[0]?.value.by;
  const group = groupingOf(draft) ?? (condition && said ? { by: said } : undefined);
  if (!condition || !group || group.by === 'pair' || group.by === 'source') return undefined;
  return { ...common, measure: 'rank', of, by: group.by, order: 'most', limit: limit ?? 10, ...having };
};

const havingQuantity = (having: Having | undefined): Quantity | undefined =>
  having && isQuantity(having.of) ? having.of : undefined;

const grouped: Reading = ({ draft, slots, common, limit, of }) => {
  const group = groupingOf(draft);
  if (group) {
    if (group.kind === 'trend') return { ...common, measure: 'trend', by: group.by };
    return {
      ...common,
      measure: 'rank',
      by: group.by,
      of: rankedBy(draft, of, group.order),
      limit: group.limit ?? limit ?? 10,
      order:
        group.order === 'fewest' || ended(draft, 'fewest') || (has(draft, 'less') && !has(draft, 'more'))
          ? 'fewest'
          : 'most',
    };
  }
  return measured(draft, 'trend', 'timeline') ? { ...common, measure: 'trend', by: unitFor(slots) } : undefined;
};

interface Grouped {
  kind: 'rank' | 'trend';
  by: Grouping['by'];
  order?: Superlative | undefined;
  limit?: number | undefined;
}

function groupingOf(draft: Draft): Grouped | undefined {
  const groupings = itemsOf(draft, 'grouping').map((i) => i.value);
  const many = asksMany(draft);
  const plural = itemsOf(draft, 'grouping').some((i) => i.value.by === 'actor' && isPlural(draft, i));
  const which = groupings.find(
    (g) => g.how === 'which' && (g.order || g.limit || many || has(draft, 'rank') || !isTime(g.by)),
  );
  if (which && !(which.by === 'actor' && !which.order && !which.limit && !many && !has(draft, 'rank') && !plural))
    return { kind: 'rank', by: which.by, order: which.order, limit: which.limit };
  const told = groupings.find((g) => g.how !== 'which');
  if (told) return { kind: overTime(draft, told) ? 'trend' : 'rank', by: told.by };
  const loose = itemsOf(draft, 'loose-unit')[0]?.value as Grouping['by'] | undefined;
  if (loose && (many || has(draft, 'rank', 'by-unit'))) return { kind: 'rank', by: loose };
  if (has(draft, 'who') && (many || has(draft, 'clash') || battles(draft))) return { kind: 'rank', by: 'actor' };
  if (has(draft, 'where-word') && has(draft, 'active') && has(draft, 'party'))
    return { kind: 'rank', by: has(draft, 'where') ? 'admin1' : 'country' };
  if (many && has(draft, 'where-word')) return { kind: 'rank', by: 'admin1' };
  return undefined;
}

/** "by month", "each year with the most": a line in time, unless so many of them are wanted. */
const overTime = (draft: Draft, { by, how }: Grouping): boolean =>
  isTime(by) &&
  (!ended(draft, 'most', 'fewest', 'deadliest') ||
    (how === 'each' && !itemsOf(draft, 'ends').some((i) => i.value.limit)));

const battles = (draft: Draft) => kindItems(draft).some(({ value }) => value.includes('battle'));
const isSingular = (draft: Draft, item: Item<'kinds'>) =>
  !isPlural(draft, item) && !/\b(?:violence|fighting|unrest|combat|shelling|hostilities)$/i.test(wordsOf(draft, item));
const single = (draft: Draft) => kindItems(draft).some((i) => isSingular(draft, i));

const atAnEnd: Reading = ({ draft, common, limit }) => {
  const end = itemsOf(draft, 'ends').find((i) => ['newest', 'oldest'].includes(i.value.order));
  if (!end || (end.value.limit ?? limit ?? 1) !== 1) return undefined;
  if (draft.tokens.some((t) => t.lower === 'ones')) return undefined;
  if (end.value.several && kindItems(draft).length === 0 && !has(draft, 'when')) return undefined;
  const asked =
    end.value.once ||
    has(draft, 'when') ||
    single(draft) ||
    (kindItems(draft).length === 0 && !has(draft, 'harm', 'count', 'loose-unit'));
  return asked && !has(draft, 'count')
    ? { ...common, measure: end.value.order === 'newest' ? 'last' : 'first', of: 'incidents' }
    : undefined;
};

/** "the longest siege" */
const longest: Reading = ({ draft, common, limit }) =>
  ended(draft, 'longest')
    ? { ...common, measure: 'list', of: 'incidents', order: 'longest', limit: limit ?? (single(draft) ? 1 : 5) }
    : undefined;

const deadliest: Reading = ({ draft, common, limit }) => {
  const ends = itemsOf(draft, 'ends').map((i) => i.value);
  const worst =
    ends.find((e) => e.order === 'deadliest') ??
    (has(draft, 'harm') && kindItems(draft).length > 0 ? ends.find((e) => e.order === 'most') : undefined);
  if (!worst || (has(draft, 'count') && !worst.limit)) return undefined;
  return {
    ...common,
    measure: 'list',
    of: 'incidents',
    order: 'deadliest',
    limit: worst.limit ?? limit ?? (single(draft) ? 1 : 5),
  };
};

const whoOfMany: Reading = ({ draft, common, limit, of }) =>
  has(draft, 'who') && aspectOf(draft) === 'who'
    ? { ...common, measure: 'rank', by: 'actor', order: 'most', limit: limit ?? 10, of: rankedBy(draft, of, undefined) }
    : undefined;

const summed: Reading = ({ common, of, limit, draft }) =>
  of !== 'incidents' && !(measured(draft, 'list') && limit) ? { ...common, measure: 'sum' } : undefined;

const counted: Reading = ({ draft, common }) =>
  has(draft, 'count') ? { ...common, measure: 'count', of: 'incidents' } : undefined;

/** The first that knows the question decides; one that none knows asks for a list. */
const readings: readonly Reading[] = [
  mapped,
  inTime,
  spanning,
  describing,
  conditional,
  grouped,
  longest,
  atAnEnd,
  deadliest,
  whoOfMany,
  summed,
  counted,
];

export function shapeOf(draft: Draft, slots: Slots): Shape {
  const of = quantityOf(draft);
  const ends: Ends[] = itemsOf(draft, 'ends').map((i) => i.value);
  const limit =
    ends.find((e) => e.limit)?.limit ??
    itemsOf(draft, 'limit')[0]?.value ??
    (ends.length ? countOfKinds(draft) : undefined);
  const common = { of, limit: limit ?? 5, order: 'newest' as const };
  for (const reading of readings) {
    const shape = reading({ draft, slots, of, limit, common });
    if (shape) return shape;
  }
  const one =
    meansThatOne(draft) && !slots.text && ends.length === 0 && limit === undefined && !has(draft, 'ascending');
  if (one) return { ...common, measure: 'list', of: 'incidents', order: 'deadliest', limit: 3 };
  const oldest = ended(draft, 'oldest') || has(draft, 'ascending');
  return { ...common, measure: 'list', of: 'incidents', order: oldest ? 'oldest' : 'newest' };
}

/** "les trois attaques les plus meurtrières": how many of what is put in order afterwards. */
function countOfKinds(draft: Draft): number | undefined {
  const number = itemsOf(draft, 'loose-number').find((n) => kindItems(draft).some((k) => k.start === n.end));
  return number && Number(number.value);
}

/** Years for long stretches, months for shorter ones, days for weeks. */
function unitFor({ period }: Pick<Slots, 'period'>): Unit {
  if (!period?.start || !period.end) return 'year';
  const days = daysBetween(period.start.slice(0, 10), period.end.slice(0, 10));
  return days > 800 ? 'year' : days > 62 ? 'month' : 'day';
}
