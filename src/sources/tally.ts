import { z } from 'zod';

/** What became of rows. */
export const rowTally = z.object({
  rows: z.int(),
  added: z.int(),
  revised: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  /** Of the first row that was rejected: where and why. */
  firstReject: z.string().optional(),
});
export type RowTally = z.infer<typeof rowTally>;

export const emptyTally: RowTally = { rows: 0, added: 0, revised: 0, unchanged: 0, rejected: 0 };

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
