import { z } from 'zod';
import { query } from '../incidents/query.ts';

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
const text = z.string().min(1).max(300).describe('Words in the reports; all must occur');
const places = z.array(placeSlot).max(20).describe('Places; any of them');
const actors = z.array(actorSlot).max(20).describe('Actors; any of them');

/** Local time in ISO 8601: a day, or a time to the minute. */
const localTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/, 'is not a date; use one like 2016-01-31 or 2016-01-31T08:00');

const attribution = facets.attribution.unwrap();

/** The slots that select incidents. Every slot narrows. */
export const slots = {
  places: places.optional(),
  actors: actors.optional(),
  pair: z.tuple([actor, actor]).optional().describe('Two sides that fought each other, in either order'),
  eventTypes: eventTypes.optional(),
  text: text.optional(),
  period: z
    .strictObject({ start: localTime.nullable(), end: localTime.nullable() })
    .optional()
    .describe('Half open, [start, end), in the asker’s zone; null: open. 2016 is 2016-01-01 to 2017-01-01'),
  attribution: z
    .strictObject({
      statuses: attribution.shape.statuses.describe(
        'Statuses, any of them: claimed, blamed, denied, suspected, confirmed …',
      ),
      actor: z
        .strictObject({ actor, said: z.string().optional().describe('Name as the reports may write it') })
        .optional()
        .describe('Actor that the attribution is about'),
      unless: attribution.shape.unless.describe('Leave out incidents with one of these statuses'),
    })
    .optional()
    .describe('Attribution: who is said to have done it, as opposed to who certainly took part'),
  source: facets.source.describe('Publisher of a report'),
  dataset: facets.dataset.describe('Id of the dataset, as status shows it'),
  killed: facets.killed.describe('Bounds of the best estimate of people killed'),
  civilians: facets.civilians.describe('Bounds of civilians killed'),
  wounded: facets.wounded.describe('Bounds of people wounded'),
  wherePrecision: facets.wherePrecision.describe('exact, near, district, province, country'),
  whenPrecision: facets.whenPrecision.describe('day, week, month, year'),
  ids: facets.ids.describe('Only these incidents'),
  unreviewed: facets.unreviewed.describe('Only incidents that no manager has reviewed yet'),
  asOf: facets.asOf.describe(
    'Data as known at that time: `before`, an instant in UTC, is the end of the local day or time `at`',
  ),
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
