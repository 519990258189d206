import type { Quantity } from './query.ts';

/** The quantities that groups and map points have only if the query is about them. */
export type NonFatalQuantity = Extract<Quantity, 'wounded' | 'abducted' | 'arrested'>;

/** Sums over the incidents of a group or a position, in people, null if no incident has a figure; `count` in incidents. */
export interface QuantityTotals {
  count: number;
  killed: number | null;
  civilians: number | null;
  /** The wounded, abducted or arrested, if the query is about them; null if no incident has a figure. */
  asked?: number | null;
}

/** Whether a quantity is one of the wounded, abducted or arrested. */
export const isNonFatal = (of: Quantity): of is NonFatalQuantity =>
  of === 'wounded' || of === 'abducted' || of === 'arrested';

/** The sum of the quantity that a query is about; null where nobody gives a figure. */
export function knownQuantity(of: Quantity, { count, killed, civilians, asked }: QuantityTotals): number | null {
  if (isNonFatal(of)) return asked === undefined ? 0 : asked;
  return of === 'incidents' ? count : of === 'civilians killed' ? civilians : killed;
}

/** The same; 0 where nobody gives a figure. */
export const countedQuantity = (of: Quantity, totals: QuantityTotals): number => knownQuantity(of, totals) ?? 0;

/** Whether no incident in any of the groups has a figure for the quantity. */
export const isUncounted = (of: Quantity, all: readonly QuantityTotals[]): boolean =>
  all.some(({ count }) => count > 0) && all.every((totals) => totals.count === 0 || knownQuantity(of, totals) === null);

/** Renames `asked` to the quantity's own name, for JSON: `{ count: 2, asked: 5 }` → `{ count: 2, wounded: 5 }`. */
export const byQuantity =
  (of: Quantity) =>
  <T extends QuantityTotals>({
    asked,
    ...group
  }: T): Omit<T, 'asked'> & Partial<Record<NonFatalQuantity, number | null>> =>
    asked === undefined ? group : { ...group, [of]: asked };

/** The sum of two figures, of which null is none. */
export const sumOfKnown = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : a + b;
