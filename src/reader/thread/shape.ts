import type { Quantity, Query } from '../../incidents/query.ts';
import { isTimeUnit } from '../../incidents/time-units.ts';
import { type Draft, has, itemsOf } from '../draft.ts';
import type { Shape } from '../interpret/shape.ts';
import type { Item, Superlative } from '../item.ts';
import type { Turn } from './turn.ts';

type After = Partial<Query>;
interface Context {
  turn: Turn;
  draft: Draft;
  last: Query;
  /** What was asked for, but for the filter. */
  same: After;
  /** What the words ask for by themselves. */
  now: Shape;
  limit: number | undefined;
}
type Move = (context: Context) => After | undefined;

const grouped = ({ measure }: Query) => ['trend', 'rank', 'compare', 'map'].includes(measure);
const anyKind = (i: Item<'kinds'>) => i.value.every((k) => k === 'violence');
const civilians = (draft: Draft) =>
  itemsOf(draft, 'people').some((i) => i.value.as === 'civilian') && !has(draft, 'kinds');

/** "sort by deaths", "by incidents instead": the figure that stands after "by". */
function sortedBy(draft: Draft): Quantity | undefined {
  if (has(draft, 'grouping')) return undefined;
  for (const by of draft.path.items.filter((i) => i.cat === 'by-unit' || i.cat === 'rank')) {
    const after = draft.path.items.filter((i) => i.start >= by.end && i.start - by.end <= 2);
    const harm = after.find((i): i is Item<'harm'> => i.cat === 'harm');
    if (harm) return harm.value.of;
    if (after.some((i) => i.cat === 'kinds' && anyKind(i as Item<'kinds'>))) return 'incidents';
  }
  return undefined;
}

/** "incidents instead" of people. */
const insteadOf = ({ draft, leads }: Turn, last: Query): Quantity | undefined =>
  leads.has('instead') && grouped(last) && itemsOf(draft, 'kinds').some(anyKind) && !has(draft, 'grouping', 'harm')
    ? 'incidents'
    : undefined;

const sorted: Move = ({ draft, last, same, turn }) => {
  const [order] = turn.sorting;
  if (order && !has(draft, 'grouping') && !grouped(last)) {
    const limit = last.measure === 'list' ? last.limit : 5;
    return { measure: 'list', of: 'incidents', order, limit };
  }
  const of = sortedBy(draft) ?? insteadOf(turn, last);
  if (!of) return undefined;
  if (grouped(last)) return { ...same, of };
  return of === 'incidents'
    ? { ...same, ...(last.measure === 'list' ? { order: 'newest' } : { measure: 'count', of }) }
    : { measure: 'list', of: 'incidents', order: 'deadliest', limit: last.measure === 'list' ? last.limit : 5 };
};

/** "only civilians", "and wounded?": the same of another quantity. */
const recounted: Move = ({ draft, last, same, now, turn }) => {
  const ofPeople = civilians(draft) && !has(draft, 'grouping', 'ends');
  if (ofPeople && turn.notOnly) return { ...same, of: 'killed' };
  if (ofPeople && (grouped(last) || last.measure === 'sum')) return { ...same, of: 'civilians killed' };
  if (ofPeople && has(draft, 'count')) return { measure: 'sum', of: 'civilians killed' };
  const harm = has(draft, 'harm') && !has(draft, 'grouping', 'ends', 'measure');
  if (grouped(last) && harm && (!has(draft, 'count') || turn.leads.has('many'))) return { ...same, of: now.of };
  return undefined;
};

type Order = Query['order'];
const orders: Partial<Record<Superlative, Order>> = {
  newest: 'newest',
  oldest: 'oldest',
  deadliest: 'deadliest',
  most: 'deadliest',
};

/** "and how many in Tikrit?": as many of what was counted. */
const countedAgain: Move = ({ draft, last, same }) =>
  has(draft, 'count') &&
  ['sum', 'count', 'rank', 'trend', 'compare'].includes(last.measure) &&
  !has(draft, 'kinds', 'harm', 'grouping', 'ends', 'measure', 'object', 'clash')
    ? same
    : undefined;

/** "just the top three": as many of the same, or the highest of what was a series. */
const shorter: Move = (context) => {
  const { draft, last, same, limit } = context;
  if (has(draft, 'grouping', 'harm', 'count', 'kinds')) return undefined;
  const end = itemsOf(draft, 'ends')[0]?.value.order;
  const ranks = end === 'most' || end === 'fewest' || end === 'deadliest';
  const listing = itemsOf(draft, 'measure').some((i) => i.value === 'list');
  if (!listing && (last.measure === 'rank' || last.measure === 'trend') && (limit || ranks))
    return highest(context, end);
  if (!limit) return undefined;
  const order = end && orders[end];
  if (last.measure === 'list') return { ...same, limit, order: order ?? last.order };
  return { measure: 'list', of: 'incidents', order: order ?? 'deadliest', limit };
};

/** The first groups of a ranking or a series. */
function highest({ last, same, limit }: Context, end: Superlative | undefined): After {
  const of: Quantity = end === 'deadliest' ? 'killed' : last.of;
  const order: Order = end === 'fewest' ? 'fewest' : end || last.measure === 'trend' ? 'most' : last.order;
  return { ...same, measure: 'rank', of, order, limit: limit ?? (last.measure === 'rank' ? last.limit : 10) };
}

/** "which of them were by X?": those of what was counted. */
const whichOfThem: Move = ({ turn, draft, last, same, now, limit }) => {
  if (!turn.leads.has('which') || has(draft, 'grouping')) return undefined;
  if (last.measure === 'rank') return has(draft, 'harm') ? { ...same, of: now.of } : same;
  const order = itemsOf(draft, 'ends')[0]?.value.order;
  const one = draft.tokens.some((t) => t.lower === 'was' || t.lower === 'one');
  return {
    measure: 'list',
    of: 'incidents',
    limit: limit ?? (order && one ? 1 : 5),
    order: (order && orders[order]) ?? 'newest',
  };
};

const asksAnew = (draft: Draft, now: Shape): boolean =>
  now.measure !== 'list' ||
  has(draft, 'harm', 'grouping', 'count', 'ends', 'limit', 'when', 'ascending') ||
  (has(draft, 'loose-unit') && has(draft, 'by-unit')) ||
  itemsOf(draft, 'measure').some((i) => i.value !== 'list' || i.end - i.start > 1 || lists(draft, i));
const lists = ({ tokens }: Draft, { start }: Item) =>
  tokens[start]?.lower === 'list' || tokens[start]?.lower === 'show';

/** The same quantity in another form. */
const anew: Move = ({ draft, last, now }) => {
  if (!asksAnew(draft, now)) return undefined;
  const again = ['trend', 'map', 'rank'].includes(now.measure);
  const counted = itemsOf(draft, 'kinds').length || has(draft, 'count');
  return (again && now.of === 'incidents' && !counted ? { ...now, of: last.of } : now) as After;
};

/** "provinces?", "and the groups?": a ranking or a series of them. */
const byUnit: Move = ({ draft, last }) => {
  const [unit] = itemsOf(draft, 'loose-unit');
  if (!unit || draft.path.items.some((i) => !['loose-unit', 'move'].includes(i.cat))) return undefined;
  const by = unit.value as Query['by'];
  if (by === last.by) return undefined;
  return isTimeUnit(by)
    ? { measure: 'trend', by, of: last.of }
    : { measure: 'rank', by, of: last.of, order: 'most', limit: 10 };
};

/** "chart it": a comparison stays one. */
const charted: Move = ({ draft, last, same }) =>
  last.measure === 'compare' && !has(draft, 'grouping') && itemsOf(draft, 'measure').some((i) => i.value === 'trend')
    ? same
    : undefined;

const moves: readonly Move[] = [charted, sorted, whichOfThem, recounted, countedAgain, shorter, byUnit, anew];

/** What is asked for after this turn: the first move that the words make, else the same as before. */
export function shapeAfter(turn: Turn, last: Query, now: Shape): After {
  const { draft } = turn;
  const { measure, of, by, order, about, sides } = last;
  const same = { measure, of, by, order, limit: last.limit, about, sides };
  const narrows = turn.leads.has('only') || turn.leads.has('more');
  const loose = narrows ? Number(itemsOf(draft, 'loose-number')[0]?.value) : 0;
  const limit =
    itemsOf(draft, 'ends').find((i) => i.value.limit)?.value.limit ??
    itemsOf(draft, 'limit')[0]?.value ??
    (loose || undefined);
  for (const move of moves) {
    const after = move({ turn, draft, last, same, now, limit });
    if (after) return after;
  }
  return same;
}
