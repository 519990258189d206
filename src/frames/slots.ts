import { z } from 'zod';
import { mostPeriods, placePart, query } from '../incidents/query.ts';
import { attribution as attributionPart, when, where } from '../incidents/schema.ts';

const facets = query.shape.filter.shape;

const place = z
  .string()
  .min(1)
  .max(200)
  .describe('Place by key (gazetteer:123, data:admin1:Iraq:Anbar province) or by name (Mosul; Gwoza, Borno)');
const actor = z
  .string()
  .min(1)
  .max(300)
  .describe('Actor by key (islamic-state, data:NAME, state:IQ) or by name (Taliban)');

const placeSlot = z.strictObject({
  relation: facets.places
    .unwrap()
    .element.shape.relation.default('in')
    .describe(
      'in: in the place, or for a town within 15 km of it; near: within radiusKm of it; between: within radiusKm of the line from the place to `to`',
    ),
  place: place.optional(),
  point: z
    .strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
    .optional()
    .describe('Position in degrees instead of a place; the relation is always near'),
  radiusKm: z.number().positive().max(2000).optional().describe('Kilometres; default 50 for near, 25 for between'),
  to: place.optional().describe('Other end of the line; only for between'),
  part: placePart
    .optional()
    .describe('Only this part of the place: beyond its middle, or within radiusKm of a town in this direction'),
});

const actorSlot = z.strictObject({
  actor,
  role: facets.actors
    .unwrap()
    .element.shape.role.default('attacker')
    .describe(
      'attacker: either side of a fight, the attacker in one-sided violence; target: it was attacked; either: both',
    ),
});

const eventTypes = z
  .array(z.string().min(1).max(100))
  .describe('Kinds of incident by id or name (airstrike, protest, one-sided); any of them, including their subtypes');
const text = z
  .string()
  .max(300)
  .regex(/[\p{L}\p{N}]/u, 'there is no word to look for; give one with a letter or digit')
  .describe('Words in the reports; all must occur');
const places = z.array(placeSlot).max(20).describe('Places; any of them');
const actors = z.array(actorSlot).max(20).describe('Actors; any of them');

/** Whether a day, or a time to the minute or second, in ISO 8601 is in the calendar and on the clock. */
function isLocalTime(said: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/.test(said)) return false;
  try {
    return Temporal.PlainDateTime.from(said) !== undefined;
  } catch {
    return false;
  }
}

/** Local time in ISO 8601: a day, or a time to the minute. */
const localTime = z.string().refine(isLocalTime, 'is not a date; use one like 2016-01-31 or 2016-01-31T08:00');

const period = z.strictObject({ start: localTime.nullable(), end: localTime.nullable() });

/** One or more of the words that a field of a record may have. */
const words = (allowed: readonly string[]) => z.array(z.enum(allowed, `use any of ${allowed.join(', ')}`));
const someWords = (allowed: readonly string[]) => words(allowed).min(1, `use any of ${allowed.join(', ')}`);
const [statuses, wherePrecisions, whenPrecisions] = [
  attributionPart.shape.status.options,
  where.shape.precision.options,
  when.shape.precision.options,
];

const people = z.int().nonnegative('use numbers from 0').optional();
/** Bounds of a number of people, both inclusive. */
const bounds = z
  .strictObject({ min: people, max: people })
  .refine(
    ({ min, max }) => (min !== undefined || max !== undefined) && (min ?? 0) <= (max ?? Number.POSITIVE_INFINITY),
    'give min, max or both, and min not above max',
  )
  .optional();

/** The slots that select incidents. Every slot narrows. */
export const slots = {
  places: places.optional(),
  actors: actors.optional(),
  pair: z.tuple([actor, actor]).optional().describe('Two sides that fought each other, in either order'),
  eventTypes: eventTypes.optional(),
  text: text.optional(),
  period: period
    .optional()
    .describe('Half open, [start, end), in the asker’s zone; null: open. 2016 is 2016-01-01 to 2017-01-01'),
  periods: z
    .array(period)
    .min(2)
    .max(mostPeriods)
    .optional()
    .describe('Several periods instead of `period`; any of them'),
  attribution: z
    .strictObject({
      statuses: words(statuses).describe('Statuses, any of them; may be empty only with `unless`'),
      actor: z
        .strictObject({ actor, said: z.string().optional().describe('Name as the reports may write it') })
        .optional()
        .describe('Actor that the attribution is about'),
      unless: words(statuses).optional().describe('Leave out incidents with one of these statuses'),
    })
    .refine(
      (wanted) => wanted.statuses.length > 0 || (wanted.unless ?? []).length > 0,
      `give statuses; any of ${statuses.join(', ')}`,
    )
    .optional()
    .describe('Attribution: who is said to have done it, as opposed to who certainly took part'),
  source: facets.source.describe('Publisher of a report'),
  dataset: facets.dataset.describe('Id of the dataset, as status shows it'),
  killed: bounds.describe('Bounds of the best estimate of people killed'),
  civilians: bounds.describe('Bounds of civilians killed'),
  wounded: bounds.describe('Bounds of people wounded'),
  wherePrecision: someWords(wherePrecisions).optional().describe('How precisely the place is known, any of them'),
  whenPrecision: someWords(whenPrecisions).optional().describe('How precisely the date is known, any of them'),
  ids: facets.ids.describe('Only these incidents'),
  unreviewed: facets.unreviewed.describe('Only incidents that no manager has reviewed yet'),
  asOf: z
    .strictObject({ at: localTime, before: facets.asOf.unwrap().shape.before })
    .optional()
    .describe('Data as known at that time: `before`, an instant in UTC, is the end of the local day or time `at`'),
  exclude: z
    .strictObject({
      places: places.optional(),
      actors: actors.optional(),
      eventTypes: eventTypes.optional(),
      text: text.optional(),
    })
    .optional()
    .describe('What to leave out'),
};

const slotsOnly = z.strictObject(slots);
export type Slots = z.input<typeof slotsOnly>;
export type PlaceSlot = z.input<typeof placeSlot>;
export type ActorSlot = z.input<typeof actorSlot>;
