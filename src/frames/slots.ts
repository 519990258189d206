import { z } from 'zod';
import { query } from '../incidents/query.ts';

const facets = query.shape.filter.shape;

const place = z
  .string()
  .min(1)
  .max(200)
  .describe('A place: its key (gazetteer:123, data:admin1:Iraq:Anbar province), or its name (Mosul; Gwoza, Borno)');
const actor = z
  .string()
  .min(1)
  .max(300)
  .describe('An actor: its key (islamic-state, data:NAME, state:IQ), or its name (Taliban)');

const placeSlot = z.strictObject({
  relation: facets.places
    .unwrap()
    .element.shape.relation.default('in')
    .describe(
      'in: it lies in the place, or at the town and within 15 km of it; near: within radiusKm; between: within radiusKm of the line from the place to `to`',
    ),
  place: place.optional(),
  point: z
    .strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
    .optional()
    .describe('A position in degrees instead of a place; it is always near'),
  radiusKm: z.number().positive().max(2000).optional().describe('Kilometres; 50 for near, 25 for between'),
  to: place.optional().describe('The other end of a line, of between alone'),
});

const actorSlot = z.strictObject({
  actor,
  role: facets.actors
    .unwrap()
    .element.shape.role.default('attacker')
    .describe(
      'attacker: it acted (either side of a fight, the first of one-sided violence); target: it was attacked; either',
    ),
});

const eventTypes = z
  .array(z.string().min(1).max(100))
  .describe('Kinds of incident by id or name (airstrike, protest, one-sided); any of them, with the kinds below them');
const text = z.string().min(1).max(300).describe('Words in the reports; all of them');
const places = z.array(placeSlot).max(20).describe('Where; any of them');
const actors = z.array(actorSlot).max(20).describe('Who; any of them');

/** Local, ISO: a day, or a moment to the minute. */
const localTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/, 'write it like 2016-01-31 or 2016-01-31T08:00');

const attribution = facets.attribution.unwrap();

/** Which incidents. Every slot narrows. */
export const slots = {
  places: places.optional(),
  actors: actors.optional(),
  pair: z.tuple([actor, actor]).optional().describe('Two sides that fought each other, whichever way round'),
  eventTypes: eventTypes.optional(),
  text: text.optional(),
  period: z
    .strictObject({ start: localTime.nullable(), end: localTime.nullable() })
    .optional()
    .describe('Half open, [start, end), in the asker’s zone; null: open. 2016 is 2016-01-01 to 2017-01-01'),
  attribution: z
    .strictObject({
      statuses: attribution.shape.statuses.describe(
        'claimed, blamed, denied, suspected, confirmed …; one of them is said of it',
      ),
      actor: z
        .strictObject({ actor, said: z.string().optional().describe('As the reports may write the name') })
        .optional()
        .describe('Of whom it is said'),
      unless: attribution.shape.unless.describe('None of these is said of it'),
    })
    .optional()
    .describe('What is said of who did it, apart from who surely took part'),
  source: facets.source.describe('Reported by this publisher'),
  dataset: facets.dataset.describe('The id of the dataset, as status names it'),
  killed: facets.killed.describe('Bounds of the best estimate of people killed'),
  civilians: facets.civilians.describe('Bounds of civilians killed'),
  wounded: facets.wounded.describe('Bounds of people wounded'),
  wherePrecision: facets.wherePrecision.describe('exact, near, district, province, country'),
  whenPrecision: facets.whenPrecision.describe('day, week, month, year'),
  ids: facets.ids.describe('These incidents alone'),
  unreviewed: facets.unreviewed.describe('Only those that no manager has confirmed yet'),
  asOf: facets.asOf.describe(
    'As the record was known then: `before`, an instant in UTC, which ends the local day or moment `at`',
  ),
  exclude: z
    .strictObject({
      places: places.optional(),
      actors: actors.optional(),
      eventTypes: eventTypes.optional(),
      text: text.optional(),
    })
    .optional()
    .describe('What is left out'),
};

const slotsOnly = z.strictObject(slots);
export type Slots = z.input<typeof slotsOnly>;
export type PlaceSlot = z.input<typeof placeSlot>;
export type ActorSlot = z.input<typeof actorSlot>;
