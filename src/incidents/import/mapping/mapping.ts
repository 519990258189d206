import { z } from 'zod';
import { eventTypeById } from '../../event-types.ts';
import { dataset } from '../../incident.ts';

const column = z.string().min(1);
const eventTypeId = z.string().refine((id) => eventTypeById(id) !== undefined, 'is no event type of Sitrep');

/** What a column may mean; each is optional but the date. Columns are named as the file writes them. */
const fields = z.strictObject({
  id: column.optional(),
  date: column,
  end: column.optional(),
  country: column.optional(),
  admin1: column.optional(),
  admin2: column.optional(),
  place: column.optional(),
  description: column.optional(),
  latitude: column.optional(),
  longitude: column.optional(),
  type: column.optional(),
  attacker: column.optional(),
  target: column.optional(),
  actor: column.optional(),
  killed: column.optional(),
  killedLow: column.optional(),
  killedHigh: column.optional(),
  civiliansKilled: column.optional(),
  wounded: column.optional(),
  abducted: column.optional(),
  arrested: column.optional(),
  title: column.optional(),
  summary: column.optional(),
  publisher: column.optional(),
  link: column.optional(),
});
export type Field = keyof z.infer<typeof fields>;

/** How to read a file that is in no known format; kept as YAML, written and read by people too. */
export const mapping = z.strictObject({
  dataset,
  /** `report`: for what nobody has reviewed; such records are never counted. */
  kind: z.enum(['incident', 'report']).default('incident'),
  columns: fields,
  /** Which comes first in dates such as 03/04/2020. */
  dates: z.enum(['day-first', 'month-first']).optional(),
  /** The country of every row, where no column has it. */
  country: z.string().trim().min(1).optional(),
  /** How exact the positions are. */
  precision: z.enum(['exact', 'near', 'district', 'province', 'country']).default('near'),
  /** The event type for each value of the column `type`. */
  types: z.record(z.string(), eventTypeId).default({}),
  /** The event type of every other row; without it such rows are rejected. */
  otherwise: eventTypeId.optional(),
});
export type Mapping = z.infer<typeof mapping>;
