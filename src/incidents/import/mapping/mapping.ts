import { z } from 'zod';
import { eventTypeById } from '../../event-types.ts';
import { dataset } from '../../incident.ts';

const column = z.string().min(1);
const eventTypeId = z.string().refine((id) => eventTypeById(id) !== undefined, 'is not an event type of Sitrep');

/** The column of each field, by its name in the file. All are optional but the date, or else its year. */
const fields = z.strictObject({
  id: column.optional(),
  date: column.optional(),
  year: column.optional(),
  month: column.optional(),
  day: column.optional(),
  time: column.optional(),
  end: column.optional(),
  country: column.optional(),
  admin1: column.optional(),
  admin2: column.optional(),
  place: column.optional(),
  description: column.optional(),
  latitude: column.optional(),
  longitude: column.optional(),
  coordinates: column.optional(),
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
/** Every field that a mapping can set. */
export const fieldNames = Object.keys(fields.shape) as Field[];
/** The name of a field. */
export type Field = keyof z.infer<typeof fields>;
/** A row by the names of a mapping's fields, and “police killed” for a figure of a group. */
export type Fields = Partial<Record<Field, string>> & Record<string, string>;

/** The columns of one group of people. */
const ofGroup = z.strictObject({
  killed: column.optional(),
  killedLow: column.optional(),
  killedHigh: column.optional(),
  wounded: column.optional(),
  abducted: column.optional(),
  arrested: column.optional(),
});
export type GroupColumns = z.infer<typeof ofGroup>;
/** The figures that a group can have. */
export const groupFields = Object.keys(ofGroup.shape) as (keyof GroupColumns)[];

/** How to read a file in no known format: saved as YAML, which people read and edit. */
export const mapping = z.strictObject({
  dataset,
  /** `report`: the rows are unreviewed reports, which are never counted. */
  kind: z.enum(['incident', 'report']).default('incident'),
  columns: fields.refine((c) => c.date !== undefined || c.year !== undefined, 'needs a “date”, or a “year”'),
  /** The columns of figures that are of one group of people: civilians, police. */
  groups: z.record(z.string().trim().min(1), ofGroup).default({}),
  /** The order of day and month in dates such as 03/04/2020. */
  dates: z.enum(['day-first', 'month-first']).optional(),
  /** The country of rows without one. */
  country: z.string().trim().min(1).optional(),
  /** The precision of the positions. */
  precision: z.enum(['exact', 'near', 'district', 'province', 'country']).default('near'),
  /** The event type for each value of the column `type`. */
  types: z.record(z.string(), eventTypeId).default({}),
  /** The event type of every other row; without it such rows are rejected. */
  otherwise: eventTypeId.optional(),
});
/** A validated mapping. */
export type Mapping = z.infer<typeof mapping>;
