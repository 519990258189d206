import type { Quantity } from './query.ts';

/** What is added up for a group or a place only where it is asked for. */
export type NonFatalQuantity = Extract<Quantity, 'wounded' | 'abducted' | 'arrested'>;

export interface QuantityTotals {
  count: number;
  killed: number;
  civilians: number;
  /** The wounded, abducted or arrested, if these are asked for; null where nobody gives a figure. */
  asked?: number | null;
}

export const isNonFatal = (of: Quantity): of is NonFatalQuantity =>
  of === 'wounded' || of === 'abducted' || of === 'arrested';

/** How many there are of what a query counts. */
export function countedQuantity(of: Quantity, { count, killed, civilians, asked }: QuantityTotals): number {
  if (isNonFatal(of)) return asked ?? 0;
  return of === 'incidents' ? count : of === 'civilians killed' ? civilians : killed;
}

/** Nobody gives a figure for any of them. */
export const isUncounted = (of: Quantity, all: readonly QuantityTotals[]): boolean =>
  isNonFatal(of) && all.length > 0 && all.every(({ asked }) => asked === null);

/** With what was asked for under its own name, as it is told to other programs. */
export const byQuantity =
  (of: Quantity) =>
  <T extends QuantityTotals>({
    asked,
    ...group
  }: T): Omit<T, 'asked'> & Partial<Record<NonFatalQuantity, number | null>> =>
    asked === undefined ? group : { ...group, [of]: asked };
