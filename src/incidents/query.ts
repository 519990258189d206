import { z } from 'zod';

/**
 * Half open, `[start, end)`: ISO local dates, or local date-times where the question has a clock time; null is open.
 * July 2020 is `{ start: '2020-07-01', end: '2020-08-01' }`.
 */
const period = z.strictObject({ start: z.string().nullable(), end: z.string().nullable() });

/** More periods than this in one question are refused. */
export const mostPeriods = 24;

/** Parts of a place by points of the compass. */
export const placePart = z.enum([
  'north',
  'south',
  'east',
  'west',
  'north-east',
  'north-west',
  'south-east',
  'south-west',
  'centre',
]);
export type PlacePart = z.infer<typeof placePart>;

/** Degrees (WGS 84); a side that is left out is open. */
const bounds = z.strictObject({
  south: z.number().optional(),
  north: z.number().optional(),
  west: z.number().optional(),
  east: z.number().optional(),
});
export type Bounds = z.infer<typeof bounds>;

/**
 * A place as a filter. `in` a country, province or district: incidents with that name in the data (`dataNames`) and in
 * one of `countries`. `in` a town or site: incidents recorded there (`dataNames`) or within 15 km of its centre, if
 * they are located to the town or better. `near`, `between`: incidents within `radiusKm` (50 by default) of the point,
 * or of the line to `to`, if they are located to the district or better; `along`: of any line of `path`.
 */
const placeFilter = z.strictObject({
  relation: z.enum(['in', 'near', 'between', 'along']),
  name: z.string(),
  level: z.enum(['world-region', 'country', 'admin1', 'admin2', 'town', 'site', 'region', 'point']),
  /** The country's English name, as answers show it. */
  country: z.string().optional(),
  /** Country names as the data spells them; several for a region such as the Sahel. */
  countries: z.array(z.string()).default([]),
  /** The data's own names for this place, in the column that belongs to `level`. */
  dataNames: z.array(z.string()).default([]),
  /** Degrees (WGS 84), of a town, site or point. */
  lat: z.number().optional(),
  lon: z.number().optional(),
  radiusKm: z.number().positive().optional(),
  to: z.strictObject({ name: z.string(), lat: z.number(), lon: z.number() }).optional(),
  /** Lines of positions, of a border that something is `along`. */
  path: z.array(z.array(z.tuple([z.number(), z.number()])).min(2)).optional(),
  /** Only what is known to lie in this part of it, within these degrees. */
  part: z.strictObject({ of: placePart, bounds }).optional(),
});

/** `names`: every name in the data for the actor and its factions. `role`: see `rolesOf`. */
const actorFilter = z.strictObject({
  name: z.string(),
  names: z.array(z.string()).min(1),
  role: z.enum(['attacker', 'target', 'either']),
});

/** Bounds of a number of people, both inclusive. */
const counted = z.strictObject({ min: z.int().optional(), max: z.int().optional() });

/** Facets are joined by AND, the values in a list by OR. */
const facets = {
  places: z.array(placeFilter).optional(),
  eventTypes: z.array(z.string()).optional(),
  actors: z.array(actorFilter).optional(),
  text: z.string().optional(),
};

/** Which incidents are meant. Fields that are left out do not restrict; `{}` is every counted incident. */
const filter = z.strictObject({
  ...facets,
  period: period.optional(),
  /** Several periods, instead of `period`: an incident lies in any of them. */
  periods: z.array(period).min(2).max(mostPeriods).optional(),
  /** Incidents with both sides as actors, in either order, unless they are known to have been allies there. */
  pair: z.tuple([actorFilter, actorFilter]).optional(),
  attribution: z
    .strictObject({
      /** The incident has an attribution with one of these statuses; an empty list requires none. */
      statuses: z.array(z.string()),
      /** The one whom the attribution names, by any of these names. */
      actor: z.strictObject({ name: z.string(), names: z.array(z.string()).min(1) }).optional(),
      /** The incident has no attribution with one of these: "claimed but not confirmed". */
      unless: z.array(z.string()).optional(),
    })
    .optional(),
  /** A publisher of one of the incident's reports; case does not matter. */
  source: z.string().optional(),
  /** A dataset's id, "ucdp". */
  dataset: z.string().optional(),
  /** The text of the record has at least one of these words or phrases. */
  mentions: z.array(z.string()).min(1).optional(),
  killed: counted.optional(),
  civilians: counted.optional(),
  wounded: counted.optional(),
  wherePrecision: z.array(z.string()).optional(),
  whenPrecision: z.array(z.string()).optional(),
  ids: z.array(z.string()).optional(),
  /** Only incidents that no manager has confirmed yet. */
  unreviewed: z.boolean().optional(),
  /**
   * Records as they were just before an instant (ISO, UTC): the end of the day or minute `at`, in the asker's time
   * zone.
   */
  asOf: z.strictObject({ at: z.string(), before: z.iso.datetime() }).optional(),
  /** Incidents with any of these are left out. */
  exclude: z.strictObject(facets).optional(),
});

// How each is computed: store/measures/index.ts.
const measures = [
  'list',
  'count',
  'sum',
  'trend',
  'rank',
  'compare',
  'difference',
  'ratio',
  'average',
  'median',
  'share',
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

/**
 * Changes in `[since, before)`, instants in UTC; with `lastImport`, those of the last import that changed any of the
 * incidents.
 */
const changeFilter = z.strictObject({
  since: z.iso.datetime().optional(),
  before: z.iso.datetime().optional(),
  actions: z.array(z.enum(actions)).optional(),
  lastImport: z.boolean().optional(),
});
/** `pair`: two sides of an incident. `season`, `weekday` and `hour` come round again; how their keys look: result.ts. */
const units = [
  'day',
  'week',
  'month',
  'quarter',
  'half',
  'year',
  'season',
  'weekday',
  'hour',
  'place',
  'district',
  'admin1',
  'country',
  'actor',
  'pair',
  'conflict',
  'eventType',
  'source',
] as const;
/** Units that an incident has one of at most. */
const distinctUnits = ['country', 'admin1', 'district', 'place', 'eventType', 'conflict'] as const;
const quantities = ['incidents', 'killed', 'civilians killed', 'wounded', 'abducted', 'arrested'] as const;
/** The part of an incident that a `describe` or `who` query is about. */
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

/**
 * A question in the store's terms. For "the five deadliest airstrikes in Syria in 2017": `measure: 'list'`,
 * `order: 'deadliest'`, `limit: 5` and a filter of type, place and period. Parse untrusted queries with this.
 */
export const query = z.strictObject({
  measure: z.enum(measures),
  /** What is counted, summed or ranked by. */
  of: z.enum(quantities).default('incidents'),
  /** Of a sum of the killed: only the dead of the sides of governments, of the others who fought, or of the one actor. */
  lost: z.enum(['governments', 'groups', 'own']).optional(),
  /**
   * What a trend or a ranking groups by, and what a count counts instead of incidents; the unit of time of an average or
   * a median, which without one is per incident.
   */
  by: z.enum(units).optional(),
  /** Which groups are meant: by their figure, or by how many different ones of another unit they have. */
  having: counted.extend({ of: z.enum([...quantities, 'actor', ...distinctUnits]) }).optional(),
  /**
   * Of groups: what changed, from the first of two `sides` to the second, otherwise from one unit of time to the next. A
   * ranking is by the change in number or in percent.
   */
  change: z.enum(['number', 'percent']).optional(),
  filter,
  order: z.enum(['newest', 'oldest', 'deadliest', 'longest', 'relevance', 'most', 'fewest']).default('newest'),
  limit: z.int().min(1).max(100).default(5),
  offset: z.int().nonnegative().default(0),
  about: z.enum(aspects).optional(),
  /** The sides of a `compare`, `difference`, `ratio` or `change`, in order; each side's facets replace those of `filter`. */
  sides: z.array(z.strictObject({ key: z.string(), filter })).optional(),
  /** What a `share` is of the whole that `filter` selects; its facets replace those of `filter`. */
  part: filter.optional(),
  /** Of a `changes` query: which changes of the incidents that `filter` selects. */
  changes: changeFilter.optional(),
});

/** The roles in a record that a filter's role matches; undefined matches all. A `party` to a fight may be either. */
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
export type Having = NonNullable<Query['having']>;
export type Aspect = (typeof aspects)[number];

/**
 * Whether "by" an actor means the attacker alone: of attacks on civilians, which are one-sided. In battles both sides
 * act.
 */
export const attackersOnly = ({ eventTypes }: Filter): boolean =>
  eventTypes?.some((t) => t === 'one-sided' || t === 'attack-on-civilians') ?? false;

/** Whether what a condition on groups is of is a figure, not a unit. */
export const isQuantity = (of: string): of is Quantity => quantities.some((one) => one === of);
