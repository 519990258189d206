import { z } from 'zod';

/** An ISO calendar date, `2020-07-11`. */
export const isoDate = z.iso.date();

export const text = z.string().trim().min(1);

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
export const casualty = z.strictObject({
  group: text,
  killed: toll.optional(),
  wounded: toll.optional(),
  abducted: toll.optional(),
  arrested: toll.optional(),
  by: text.optional(),
  note: text.optional(),
  /** The merged record it comes from; left out for the record's own. */
  account: text.optional(),
});

/** `start` and `end` are calendar dates, both inside. Null when no source gives a date (`precision` unknown). */
export const when = z
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
export const where = z
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
export const actorPart = z.strictObject({
  actor: text,
  role: z.enum(['attacker', 'target', 'victim', 'party', 'other']),
});

/** Who is said to have done it, by whom. Only `observed` and `confirmed` are more than somebody's word. */
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
