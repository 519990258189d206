import { z } from 'zod';

const rise = z.object({
  kind: z.literal('rise'),
  of: z.enum(['incidents', 'killed']),
  /** Length of a window in days: a day, a week, or a month of thirty days. */
  days: z.union([z.literal(1), z.literal(7), z.literal(30)]),
  /** The factor over the mean of earlier windows from which it is a rise. */
  times: z.number().gt(1),
  /** How many earlier windows are averaged. */
  against: z.int().positive(),
});

/** What a subscription watches for, instead of alerting to each incident. Stored as JSON. */
export const anomalyRule = z.discriminatedUnion('kind', [rise, z.object({ kind: z.literal('new-actor') })]);

export type AnomalyRule = z.infer<typeof anomalyRule>;
export type RiseRule = z.infer<typeof rise>;

/** The figure of a window (`now`), and the mean of the windows before it (`usual`). `first` and `last`: days, as YYYY-MM-DD. */
export interface RiseFinding {
  first: string;
  last: string;
  now: number;
  usual: number;
}
