import { z } from 'zod';
import { query } from '../incidents/query.ts';
import { slots } from './slots.ts';

const { measure, of, by, order, limit, offset, about, changes } = query.shape;

/** A question as it is asked in a program: what is wanted of which incidents. Entities are named by keys, or by names still to be linked. */
export const frame = z.strictObject({
  measure: measure
    .default('list')
    .describe(
      'What is told: a list, count, sum, trend (by a unit of time), rank (by anything), compare (of sides), map …',
    ),
  of: of.describe('What is counted'),
  by: by.describe('The unit of a trend or a ranking'),
  order: order.describe('Which come first'),
  limit: limit.describe('How many to show'),
  offset: offset.describe('How many to skip'),
  about: about.describe('What is wanted of one incident, of who and describe'),
  ...slots,
  sides: z
    .array(z.strictObject({ key: z.string().max(200), ...slots }))
    .max(20)
    .optional()
    .describe('The sides of a compare, each with what it is called'),
  changes: changes.describe('Of measure changes: when and how the record was changed'),
});

/** As it is made: what has a default may be left out. */
export type Frame = z.input<typeof frame>;
