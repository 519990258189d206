import { z } from 'zod';

/** An ISO calendar date, `2020-07-11`. */
export const isoDate = z.iso.date();

const text = z.string().trim().min(1);

/**
 * A number of people as a source gives it. A plain figure has low ≤ best ≤ high in most data (where a source breaks
 * that order, the record carries the flag `estimate-order`). `none reported`: a source says that there were no reports.
 * `number unknown`: a source says that there were some, but not how many. A field left out: no source says anything.
 */
const toll = z.union([
  z.strictObject({
    low: z.int().nonnegative(),
    best: z.int().nonnegative(),
    high: z.int().nonnegative(),
  }),
  z.enum(['none reported', 'number unknown']),
]);

/** Who was hurt, by whose account. `group` "all" is the whole incident; other groups are parts of it, never added to it. */
const casualty = z.strictObject({
  group: text,
  killed: toll.optional(),
  wounded: toll.optional(),
  abducted: toll.optional(),
  arrested: toll.optional(),
  by: text.optional(),
  note: text.optional(),
});

/** `start` and `end` are calendar dates, both inside. Null when no source gives a date (`precision` unknown). */
const when = z
  .strictObject({
    start: isoDate.nullable(),
    end: isoDate.nullable(),
    precision: z.enum(['hour', 'day', 'week', 'month', 'year', 'unknown']),
    partOfDay: z.enum(['morning', 'afternoon', 'evening', 'night']).optional(),
    /** The source's own words, "Saturday night". */
    asWritten: text.optional(),
    /** `outside`: the calendar date is not in the source itself but known from elsewhere, and answers say so. */
    basis: z.enum(['source', 'outside']).default('source'),
  })
  .refine((w) => (w.start === null) === (w.end === null), 'start and end must both be dates or both be null')
  .refine((w) => w.start === null || w.end === null || w.start <= w.end, 'end must not be before start');

const point = z.strictObject({
  name: text,
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
});

/** Where, as exactly as a source knows. Latitude and longitude in degrees (WGS 84). Finest first: exact, near (25 km), district, province, line or area, sea or air, country. */
const where = z
  .strictObject({
    /** The place as the dataset names it, "Mosul town". */
    place: text.optional(),
    description: text.optional(),
    admin2: text.optional(),
    admin1: text.optional(),
    /** The country's name as the dataset writes it. */
    country: text.optional(),
    lat: z.number().min(-90).max(90).optional(),
    lon: z.number().min(-180).max(180).optional(),
    precision: z.enum(['exact', 'near', 'district', 'province', 'line', 'sea', 'country', 'unknown']),
    /** The two named places it is recorded between. */
    between: z.tuple([point, point]).optional(),
    /** "en route from Basra". */
    route: text.optional(),
    basis: z.enum(['source', 'outside']).default('source'),
  })
  .refine((w) => (w.lat === undefined) === (w.lon === undefined), 'lat and lon must be given together');

/** `party`: one of two fighting sides, where nobody says who attacked whom. `actor` is the name as the dataset writes it. */
const actorPart = z.strictObject({
  actor: text,
  role: z.enum(['attacker', 'target', 'victim', 'party', 'other']),
});

/** Who is said to have done it, by whom. Only `observed` and `confirmed` are more than somebody's word. */
const attribution = z.strictObject({
  actor: text,
  status: z.enum(['observed', 'suspected', 'blamed', 'claimed', 'denied', 'doubted', 'confirmed']),
  by: text,
  quote: text.optional(),
  note: text.optional(),
});

/** One source's account. `via`: who relayed it. `date` is the publication date where known. */
const report = z.strictObject({
  publisher: text,
  via: text.optional(),
  date: isoDate.optional(),
  headline: text.optional(),
  quote: text.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
});

/** Anything else a source says that people ask about. */
const detail = z.strictObject({
  topic: z.enum([
    'what',
    'target',
    'weapon',
    'damage',
    'seized',
    'arrests',
    'aircraft',
    'motive',
    'background',
    'caution',
    'victims',
    'statement',
    'place',
    'date',
  ]),
  text,
  by: text.optional(),
  quote: text.optional(),
});

const base = {
  /** `dataset:original id`, "ucdp:145137", "sitrep:samawah-convoy-2020-07-11". */
  id: z.string().regex(/^[a-z][a-z0-9-]*:[^\s]+$/, 'an id is "dataset:original id" without spaces'),
  title: text.optional(),
  summary: text.optional(),
  when,
  where,
  actors: z.array(actorPart).default([]),
  attributions: z.array(attribution).default([]),
  reports: z.array(report).default([]),
  details: z.array(detail).default([]),
};

export const incident = z.strictObject({
  kind: z.literal('incident'),
  ...base,
  /** Nodes of the event type tree; the first one is the main type. */
  eventTypes: z.array(text).min(1),
  casualties: z.array(casualty).default([]),
  /** How many independent sources the dataset says it has, where it says so. */
  sourceCount: z.int().positive().optional(),
  /** What is odd about the record: `estimate-order`, `candidate`, … */
  flags: z.array(text).default([]),
  /** The dataset's own grouping: conflict and dyad. */
  conflict: text.optional(),
});

/** "More than three dozen rocket attacks since October": quoted beside counts, never added to them. */
const aggregate = z.strictObject({
  kind: z.literal('aggregate'),
  ...base,
  eventTypes: z.array(text).default([]),
  statement: text,
  count: z
    .strictObject({ operator: z.enum(['=', '>', '≥', '<', '≈']), value: z.int().nonnegative(), words: text })
    .nullable(),
});

/** A deployment, an agreement, a plan: something reported that is no incident and is never counted. */
const development = z.strictObject({
  kind: z.literal('development'),
  ...base,
  eventTypes: z.array(text).default([]),
  statement: text,
});

/** What a store keeps: one incident, aggregate or development. Parse untrusted records with this. */
export const record = z.discriminatedUnion('kind', [incident, aggregate, development]);

export type Toll = z.infer<typeof toll>;
export type Casualty = z.infer<typeof casualty>;
export type When = z.infer<typeof when>;
export type Where = z.infer<typeof where>;
export type ActorPart = z.infer<typeof actorPart>;
export type Attribution = z.infer<typeof attribution>;
export type Report = z.infer<typeof report>;
export type Detail = z.infer<typeof detail>;
export type Incident = z.infer<typeof incident>;
export type Aggregate = z.infer<typeof aggregate>;
export type Development = z.infer<typeof development>;
export type IncidentRecord = z.infer<typeof record>;

/** Where a set of records comes from, and under which terms it may be passed on. */
export const dataset = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: text,
  licence: text,
  citation: text,
  url: z.url().optional(),
});
export type Dataset = z.infer<typeof dataset>;
