import type { Quantity } from './query.ts';

/** The quantities that groups and map points have only if the query is about them. */
export type NonFatalQuantity = Extract<Quantity, 'wounded' | 'abducted' | 'arrested'>;

/** Sums over the incidents of a group or a position, in people; `count` in incidents. */
export interface QuantityTotals {
  count: number;
  killed: number;
  civilians: number;
  /** The wounded, abducted or arrested, if the query is about them; null if no incident has a figure. */
  asked?: number | null;
}

/** Whether a quantity is one of the wounded, abducted or arrested. */
export const isNonFatal = (of: Quantity): of is NonFatalQuantity =>
  of === 'wounded' || of === 'abducted' || of === 'arrested';

/** The sum of the quantity that a query is about; 0 where nobody gives a figure. */
export function countedQuantity(of: Quantity, { count, killed, civilians, asked }: QuantityTotals): number {
  if (isNonFatal(of)) return asked ?? 0;
  return of === 'incidents' ? count : of === 'civilians killed' ? civilians : killed;
}

/** The same; null where nobody gives a figure. */
export const knownQuantity = (of: Quantity, totals: QuantityTotals): number | null =>
  isNonFatal(of) && totals.asked === null ? null : countedQuantity(of, totals);

/** Whether no incident in any of the groups has a figure for the quantity. */
export const isUncounted = (of: Quantity, all: readonly QuantityTotals[]): boolean =>
  isNonFatal(of) && all.length > 0 && all.every(({ asked }) => asked === null);

/** Renames `asked` to the quantity's own name, for JSON: `{ count: 2, asked: 5 }` → `{ count: 2, wounded: 5 }`. */
export const byQuantity =
  (of: Quantity) =>
  <T extends QuantityTotals>({
    asked,
    ...group
  }: T): Omit<T, 'asked'> & Partial<Record<NonFatalQuantity, number | null>> =>
    asked === undefined ? group : { ...group, [of]: asked };
