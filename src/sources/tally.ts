import { z } from 'zod';

/** How many rows an import read, and what became of them. Stored as JSON. */
export const rowTally = z.object({
  rows: z.int(),
  added: z.int(),
  revised: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  /** Where and why the first row was rejected. */
  firstReject: z.string().optional(),
});
export type RowTally = z.infer<typeof rowTally>;

export const emptyTally: RowTally = { rows: 0, added: 0, revised: 0, unchanged: 0, rejected: 0 };

/** The sums, and the first rejection of either. */
export const addTallies = (a: RowTally, b: RowTally): RowTally => {
  const firstReject = a.firstReject ?? b.firstReject;
  return {
    rows: a.rows + b.rows,
    added: a.added + b.added,
    revised: a.revised + b.revised,
    unchanged: a.unchanged + b.unchanged,
    rejected: a.rejected + b.rejected,
    ...(firstReject === undefined ? {} : { firstReject }),
  };
};
