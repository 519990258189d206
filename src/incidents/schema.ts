import { z } from 'zod';

/** An ISO calendar date, `2020-07-11`. */
export const isoDate = z.iso.date();

/** Text that is not blank, without white space around it. */
export const text = z.string().trim().min(1);

/**
 * A number of people as a source gives it. A figure usually has low ≤ best ≤ high; where a source breaks that order, the
 * record has the flag `estimate-order`. `none reported`: a source says that none were reported. `number unknown`: a
 * source says that there were some, but not how many. Left out: no source says anything.
 */
const toll = z.union([
  z.strictObject({
    low: z.int().nonnegative(),
    best: z.int().nonnegative(),
    high: z.int().nonnegative(),
  }),
  z.enum(['none reported', 'number unknown']),
]);

/**
 * The casualties of a group of people, according to a source (`by`). The group "all" is everybody; others are parts of
 * it.
 */
export const casualty = z.strictObject({
  group: text,
  killed: toll.optional(),
  wounded: toll.optional(),
  abducted: toll.optional(),
  arrested: toll.optional(),
  by: text.optional(),
  note: text.optional(),
  /** The id of the merged record it comes from; left out for the record's own. */
  account: text.optional(),
});

/**
 * The days from `start` to `end`, both inclusive; both null if no source gives a date (then `precision` is unknown).
 */
export const when = z
  .strictObject({
    start: isoDate.nullable(),
    end: isoDate.nullable(),
    precision: z.enum(['hour', 'day', 'week', 'month', 'year', 'unknown']),
    partOfDay: z.enum(['morning', 'afternoon', 'evening', 'night']).optional(),
    /** Local, "21:30"; where a source gives it, the precision is `hour`. */
    time: z.iso.time({ precision: -1 }).optional(),
    /** The source's own words, "Saturday night". */
    asWritten: text.optional(),
    /** `outside`: the date is not in the source but known from elsewhere; answers say so. */
    basis: z.enum(['source', 'outside']).default('source'),
  })
  .refine((w) => (w.start === null) === (w.end === null), 'start and end must both be dates or both be null')
  .refine((w) => w.start === null || w.end === null || w.start <= w.end, 'end must not be before start');

const point = z.strictObject({
  name: text,
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
});

/**
 * The place, as precisely as a source gives it; latitude and longitude in degrees (WGS 84). Precisions from fine to
 * coarse: exact, near (within 25 km), district, province, line or area, sea or air, country (UCDP GED codebook,
 * `where_prec`).
 */
export const where = z
  .strictObject({
    /** The place by its name in the dataset, "Mosul town". */
    place: text.optional(),
    description: text.optional(),
    admin2: text.optional(),
    admin1: text.optional(),
    /** The country by its name in the dataset. */
    country: text.optional(),
    lat: z.number().min(-90).max(90).optional(),
    lon: z.number().min(-180).max(180).optional(),
    precision: z.enum(['exact', 'near', 'district', 'province', 'line', 'sea', 'country', 'unknown']),
    /** The two ends of the line that the incident is recorded along. */
    between: z.tuple([point, point]).optional(),
    /** "en route from Basra". */
    route: text.optional(),
    basis: z.enum(['source', 'outside']).default('source'),
  })
  .refine((w) => (w.lat === undefined) === (w.lon === undefined), 'lat and lon must be given together');

/**
 * An actor, by its name in the dataset, and its role. `party`: a side of a fight in which no source says who attacked.
 * `side`: on which of the record's two sides it stands; actors of the same side are allies. Left out: not known.
 */
export const actorPart = z.strictObject({
  actor: text,
  role: z.enum(['attacker', 'target', 'victim', 'party', 'other']),
  side: z.literal([1, 2]).optional(),
});

/**
 * Who is said to be responsible, according to whom (`by`). Only `observed` and `confirmed` are more than an allegation.
 */
export const attribution = z.strictObject({
  actor: text,
  status: z.enum(['observed', 'suspected', 'blamed', 'claimed', 'denied', 'doubted', 'confirmed']),
  by: text,
  quote: text.optional(),
  note: text.optional(),
});

export type Toll = z.infer<typeof toll>;
export type Casualty = z.infer<typeof casualty>;
export type When = z.infer<typeof when>;
export type Where = z.infer<typeof where>;
export type ActorPart = z.infer<typeof actorPart>;
export type Attribution = z.infer<typeof attribution>;
