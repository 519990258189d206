import { z } from 'zod';

/** Half open, `[start, end)`: ISO local dates, or local date-times where the question has a clock time. Null: open. */
const period = z.strictObject({ start: z.string().nullable(), end: z.string().nullable() });

/**
 * A place as a filter. `in` a country, province or district: the incident lies in it, by the names the data uses
 * (`dataNames`) and the country. `in` a town or site: located at it (`dataNames`) or within 15 km of its centre, and no
 * coarser than the town. `near`, `between`: within `radiusKm` of the point, or of the line to `to`, and located to the
 * town or district.
 */
const placeFilter = z.strictObject({
  relation: z.enum(['in', 'near', 'between']),
  name: z.string(),
  level: z.enum(['world-region', 'country', 'admin1', 'admin2', 'town', 'site', 'region', 'point']),
  /** English country name as shown to people. */
  country: z.string().optional(),
  /** Country names as the data writes them; several for a region such as the Sahel. */
  countries: z.array(z.string()).default([]),
  /** The names the data itself uses for this place, of the column that `level` says. */
  dataNames: z.array(z.string()).default([]),
  lat: z.number().optional(),
  lon: z.number().optional(),
  radiusKm: z.number().positive().optional(),
  to: z.strictObject({ name: z.string(), lat: z.number(), lon: z.number() }).optional(),
});

/** `names`: every name the data uses for the actor and the factions below it. */
const actorFilter = z.strictObject({
  name: z.string(),
  names: z.array(z.string()).min(1),
  role: z.enum(['attacker', 'target', 'either']),
});

const counted = z.strictObject({ min: z.int().optional(), max: z.int().optional() });

/** Every facet narrows; within a list, any one will do. */
const facets = {
  places: z.array(placeFilter).optional(),
  eventTypes: z.array(z.string()).optional(),
  actors: z.array(actorFilter).optional(),
  text: z.string().optional(),
};

const filter = z.strictObject({
  ...facets,
  period: period.optional(),
  /** Two sides that fought each other, whichever way round. */
  pair: z.tuple([actorFilter, actorFilter]).optional(),
  attribution: z
    .strictObject({
      /** One of these is said of it; none: no matter what is said. */
      statuses: z.array(z.string()),
      /** Of whom it is said, by any of the names. */
      actor: z.strictObject({ name: z.string(), names: z.array(z.string()).min(1) }).optional(),
      /** None of these is said of the incident: "claimed but not confirmed". */
      unless: z.array(z.string()).optional(),
    })
    .optional(),
  source: z.string().optional(),
  dataset: z.string().optional(),
  killed: counted.optional(),
  civilians: counted.optional(),
  wounded: counted.optional(),
  wherePrecision: z.array(z.string()).optional(),
  whenPrecision: z.array(z.string()).optional(),
  ids: z.array(z.string()).optional(),
  /** Only those that no manager has confirmed yet. */
  unreviewed: z.boolean().optional(),
  /** As the record was known before an instant (ISO, UTC), which ends the asker's day or moment (`at`, local). */
  asOf: z.strictObject({ at: z.string(), before: z.iso.datetime() }).optional(),
  exclude: z.strictObject(facets).optional(),
});

const measures = [
  'list',
  'count',
  'sum',
  'trend',
  'rank',
  'compare',
  'first',
  'last',
  'who',
  'describe',
  'span',
  'changes',
  'map',
  'timeline',
] as const;

const actions = ['add', 'correct', 'retract', 'merge', 'absorb', 'split', 'release', 'vanish'] as const;

/** When and how the record was changed: instants in UTC, `[since, before)`. `lastImport`: by the last import of them. */
const changeFilter = z.strictObject({
  since: z.iso.datetime().optional(),
  before: z.iso.datetime().optional(),
  actions: z.array(z.enum(actions)).optional(),
  lastImport: z.boolean().optional(),
});
const units = ['day', 'week', 'month', 'year', 'place', 'admin1', 'country', 'actor', 'eventType', 'source'] as const;
const quantities = ['incidents', 'killed', 'civilians killed', 'wounded', 'abducted', 'arrested'] as const;
/** What a `describe` or `who` question wants to know of the incident. */
const aspects = [
  'all',
  'who',
  'claims',
  'blame',
  'denials',
  'when',
  'where',
  'casualties',
  'sources',
  'quotes',
  'standing',
  'seized',
  'arrests',
  'damage',
  'target',
  'weapon',
  'motive',
  'victims',
  'statement',
] as const;

export const query = z.strictObject({
  measure: z.enum(measures),
  of: z.enum(quantities).default('incidents'),
  by: z.enum(units).optional(),
  filter,
  order: z.enum(['newest', 'oldest', 'deadliest', 'relevance', 'most', 'fewest']).default('newest'),
  limit: z.int().min(1).max(100).default(5),
  offset: z.int().nonnegative().default(0),
  about: z.enum(aspects).optional(),
  /** The sides of a `compare`, in the order asked; each narrows `filter` further. */
  sides: z.array(z.strictObject({ key: z.string(), filter })).optional(),
  /** Of a `changes` query; the filter says of which incidents. */
  changes: changeFilter.optional(),
});

/** The roles in a record that a filter's role means; undefined: any. A side of a fight may be either. */
export const rolesOf: Record<ActorFilter['role'], readonly string[] | undefined> = {
  attacker: ['attacker', 'party'],
  target: ['target', 'victim', 'party'],
  either: undefined,
};

export type Period = z.infer<typeof period>;
export type PlaceFilter = z.infer<typeof placeFilter>;
export type ActorFilter = z.infer<typeof actorFilter>;
export type Filter = z.infer<typeof filter>;
export type Query = z.infer<typeof query>;
export type ChangeFilter = z.infer<typeof changeFilter>;
export type Measure = (typeof measures)[number];
export type Unit = (typeof units)[number];
export type Quantity = (typeof quantities)[number];
export type Aspect = (typeof aspects)[number];

/** Attacks on civilians are done by one side; elsewhere both sides took part. */
export const attackersOnly = ({ eventTypes }: Filter): boolean =>
  eventTypes?.some((t) => t === 'one-sided' || t === 'attack-on-civilians') ?? false;
