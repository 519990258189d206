import type { Having, Unit } from '../../incidents/query.ts';
import { isTimeUnit } from '../../incidents/time-units.ts';
import { type Draft, itemsOf } from '../draft.ts';
import type { Grouping, Item, Threshold } from '../item.ts';
import { isPlural } from '../specific.ts';

/** A condition on groups; `slot`: the one that would otherwise narrow the incidents. */
export interface Condition {
  having: Having;
  slot?: Threshold['of'];
}

const quantities = { killed: 'killed', civilians: 'civilians killed', wounded: 'wounded' } as const;

/** What the groups are by: "which countries …", or a unit that the question begins with. */
function groupsOf({ path: { items } }: Draft): Item | undefined {
  const unit = items.find(
    (i) => i.cat === 'loose-unit' || (i.cat === 'grouping' && (i.value as Grouping).how === 'which'),
  );
  const first = items.find(({ cat }) => cat === 'kinds' || cat === 'harm');
  return unit && (unit.cat === 'grouping' || !first || unit.start < first.start) ? unit : undefined;
}

/**
 * "countries with more than 1,000 deaths", "attacked by more than three groups": of the groups, unless incidents are said
 * between them and the number.
 */
export function conditionOf(draft: Draft): Condition | undefined {
  const [said] = itemsOf(draft, 'having');
  if (said) {
    const { kinds: _, ...having } = said.value;
    return { having };
  }
  const groups = groupsOf(draft);
  const bound = itemsOf(draft, 'threshold').find(
    ({ features }) => !features.includes('rule:deadly') && !features.includes('rule:not deadly'),
  );
  if (!groups || !bound || bound.start < groups.start || ofIncidents(draft, groups, bound)) return undefined;
  const { of, ...bounds } = bound.value;
  return { having: { of: quantities[of], ...bounds }, slot: of };
}

/** "most attacks with 100 dead", "attacks with 100 dead", "100 dead in one attack" */
function ofIncidents(draft: Draft, groups: Item, bound: Item): boolean {
  if ((groups.value as Grouping).order || itemsOf(draft, 'ends').length > 0) return true;
  return itemsOf(draft, 'kinds').some(
    (kind) =>
      (kind.start > groups.start && kind.end <= bound.start) || (kind.start >= bound.end && !isPlural(draft, kind)),
  );
}

/** "how many states", "how many days had no attacks": the unit of what is counted. Units of time are counted only with a condition. */
export function countedUnit(draft: Draft, condition: Condition | undefined): Unit | undefined {
  const [count] = itemsOf(draft, 'count');
  const next = draft.path.items.find((i) => count && i.start >= count.end && i.cat !== 'where');
  const span = itemsOf(draft, 'measure').find((i) => i.value === 'span');
  const inSpan =
    span &&
    draft.chart.at
      .slice(span.start, span.end)
      .flat()
      .find((i) => i.cat === 'unit');
  const unit = next?.cat === 'loose-unit' ? next : condition && inSpan;
  const by = unit?.value as Unit | undefined;
  return by && (condition || !isTimeUnit(by)) ? by : undefined;
}
