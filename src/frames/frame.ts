import { z } from 'zod';
import { query } from '../incidents/query.ts';
import { slots } from './slots.ts';

const { measure, of, lost, by, having, change, order, limit, offset, about, changes } = query.shape;

/** A question in slots: a measure and which incidents it is about. Entities are given by key, or by names still to be linked. */
export const frame = z.strictObject({
  measure: measure
    .default('list')
    .describe(
      'What to answer with: a list, count (of incidents; with `by` of groups), sum, trend (by a unit of time), rank (by anything), compare (of sides), difference and ratio (of two sides), average and median (per incident, or by a unit of time), share (of a part in the whole), map …',
    ),
  of: of.describe('Figure to count'),
  lost: lost.describe('Of a sum of the killed: only the dead of the sides of governments, or of the other fighters'),
  by: by.describe('Unit of a trend or ranking, or counted instead of incidents; unit of time of an average or median'),
  having: having.describe(
    'Of a rank, trend or count by a unit: bounds of the figure of a group, or of how many different actors, countries, places … it has',
  ),
  change: change.describe(
    'Of a rank or trend: how much the groups changed, between two `sides` that are periods or from one unit of time to the next, ranked by number or percent',
  ),
  order: order.describe('Sort order'),
  limit: limit.describe('How many to show'),
  offset: offset.describe('How many to skip'),
  about: about.describe('Attribute of one incident, for who and describe'),
  ...slots,
  sides: z
    .array(z.strictObject({ key: z.string().max(200), ...slots }))
    .max(20)
    .optional()
    .describe('Sides of a comparison, each with its label; of a difference, two'),
  part: z
    .strictObject(slots)
    .optional()
    .describe('For the measure share: the part of the whole, whose slots replace those of the whole'),
  changes: changes.describe('For the measure changes: when and how the record was changed'),
});

/** A frame as it is written: what has a default may be left out. */
export type Frame = z.input<typeof frame>;
