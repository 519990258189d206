import { z } from 'zod';
import { correction, mergedRecord } from './correction.ts';
import { actorPart, attribution, casualty, isoDate, text, when, where } from './schema.ts';

export type { ActorPart, Attribution, Casualty, Toll, When, Where } from './schema.ts';
export { isoDate } from './schema.ts';

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
  /** What people put right, in order; see correct.ts. */
  corrections: z.array(correction).optional(),
  /** The records that are merged into this one; see unite.ts. */
  accounts: z.array(mergedRecord).optional(),
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

/** What a machine read out of a news item: a code of CAMEO, who, when and where as the machine has it. */
const coding = z.strictObject({
  id: text,
  code: text,
  /** What the code stands for, where the file says so. */
  words: text.optional(),
  date: isoDate,
  actors: z.array(text),
  place: text.optional(),
  country: text.optional(),
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
});

/**
 * A news item, a message, a machine's reading of one: nobody has reviewed it. Never counted, never an incident; found
 * only by those who ask for reports. `low`: a machine says what it is about.
 */
const unreviewed = z.strictObject({
  kind: z.literal('report'),
  ...base,
  eventTypes: z.array(text).default([]),
  statement: text,
  confidence: z.enum(['low', 'not rated']),
  codings: z.array(coding).default([]),
});

/** What a store keeps: one incident, aggregate, development or report to review. Parse untrusted records with this. */
export const record = z.discriminatedUnion('kind', [incident, aggregate, development, unreviewed]);

export type Report = z.infer<typeof report>;
export type Detail = z.infer<typeof detail>;
export type Incident = z.infer<typeof incident>;
export type Aggregate = z.infer<typeof aggregate>;
export type Development = z.infer<typeof development>;
export type Coding = z.infer<typeof coding>;
export type Unreviewed = z.infer<typeof unreviewed>;
export type IncidentRecord = z.infer<typeof record>;

/** Where a set of records comes from, and under which terms it may be passed on. */
export const dataset = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: text,
  licence: text,
  citation: text,
  url: z.url().optional(),
  /** Whether its records may be passed on; exports warn of what is forbidden. Left out: allowed. */
  redistribution: z.enum(['allowed', 'forbidden']).optional(),
});
export type Dataset = z.infer<typeof dataset>;

/** The dataset that a record's id names: "ucdp:145137" is one of ucdp. */
export const datasetOf = (id: string): string => id.slice(0, id.indexOf(':'));
