import { z } from 'zod';

/** No data set of incidents begins before. */
const earliestYear = 1400;
const yearsAhead = 10;

/** Whether an incident can be of a year: one of the year 9999 would be the end of the data. */
export const isYear = (year: number): boolean =>
  Number.isInteger(year) && year >= earliestYear && year <= new Date().getUTCFullYear() + yearsAhead;

/** An ISO calendar date, `2020-07-11`. */
export const isoDate = z.iso.date();

/** The same in a record. */
export const recordDate = isoDate.refine(
  (date) => !/^\d{4}-/.test(date) || isYear(Number(date.slice(0, 4))),
  `not of a year from ${earliestYear} to ${yearsAhead} years from now: correct it`,
);

const longestText = 50_000;
const longestName = 500;

/** Text that is not blank, without white space around it. */
export const text = z
  .string()
  .trim()
  .min(1)
  .max(longestText, `longer than ${longestText.toLocaleString('en-GB')} characters: shorten it`);

/** The name of a place, an actor, a publisher or a kind, not blank. */
export const name = text.max(longestName, `a name of more than ${longestName} characters: shorten it`);

/** A list of a record. A record is read as a whole, also by questions about others: none may be without end. */
export const listOf = <T extends z.ZodType>(one: T, most = 500) =>
  z.array(one).max(most, `more than ${most.toLocaleString('en-GB')} entries: split the record`);

/** Twice the worst day of any war; the sum of any number of records stays an exact number. */
export const mostPeople = 10_000_000;

/** A number of people in one record. */
const people = z
  .int()
  .nonnegative()
  .max(mostPeople, `more than ${mostPeople.toLocaleString('en-GB')}: check the number`);

/**
 * A number of people as a source gives it. A figure usually has low ≤ best ≤ high; where a source breaks that order, the
 * record has the flag `estimate-order`. `none reported`: a source says that none were reported. `number unknown`: a
 * source says that there were some, but not how many. Left out: no source says anything.
 */
const toll = z.union(
  [z.strictObject({ low: people, best: people, high: people }), z.enum(['none reported', 'number unknown'])],
  `is not a number of people: write {"low": 3, "best": 3, "high": 5}, up to ${mostPeople.toLocaleString('en-GB')}, "none reported" or "number unknown"`,
);

/** What may be done to people, in the order in which it is told. */
export const casualtyKinds = ['killed', 'wounded', 'abducted', 'arrested'] as const;
export type CasualtyKind = (typeof casualtyKinds)[number];

/**
 * The casualties of a group of people, according to a source (`by`). The group "all" is everybody; others are parts of
 * it.
 */
export const casualty = z.strictObject({
  group: name,
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
    start: recordDate.nullable(),
    end: recordDate.nullable(),
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
  name,
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
    place: name.optional(),
    description: text.optional(),
    admin2: name.optional(),
    admin1: name.optional(),
    /** The country by its name in the dataset. */
    country: name.optional(),
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
  actor: name,
  role: z.enum(['attacker', 'target', 'victim', 'party', 'other']),
  side: z.literal([1, 2]).optional(),
});

/**
 * Who is said to be responsible, according to whom (`by`). Only `observed` and `confirmed` are more than an allegation.
 */
export const attribution = z.strictObject({
  actor: name,
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
