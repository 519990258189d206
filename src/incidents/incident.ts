import { z } from 'zod';
import { correction, mergedRecord } from './correction.ts';
import { datasetScope } from './dataset-scope.ts';
import { actorPart, attribution, casualty, listOf, mostPeople, name, recordDate, text, when, where } from './schema.ts';

export type { ActorPart, Attribution, Casualty, CasualtyKind, Toll, When, Where } from './schema.ts';
export { casualtyKinds, isoDate } from './schema.ts';

/** A publication about the incident. `via`: who relayed it. `date`: when it was published, if known. */
const report = z.strictObject({
  publisher: name,
  via: name.optional(),
  date: recordDate.optional(),
  headline: text.optional(),
  quote: text.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
});

/** Anything else that a source says and people ask about. */
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

const longestId = 300;

const base = {
  /** `dataset:original id`, "ucdp:145137", "sitrep:samawah-convoy-2020-07-11". */
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*:[^\s]+$/, 'an id is "dataset:original id" without spaces')
    .max(longestId, `is longer than ${longestId} characters: shorten it`),
  title: text.optional(),
  summary: text.optional(),
  when,
  where,
  actors: listOf(actorPart).default([]),
  attributions: listOf(attribution).default([]),
  reports: listOf(report).default([]),
  details: listOf(detail).default([]),
};

/** One reported incident. */
export const incident = z.strictObject({
  kind: z.literal('incident'),
  ...base,
  /** Nodes of the event type tree; the first one is the main type. */
  eventTypes: listOf(name, 50).min(1),
  casualties: listOf(casualty).default([]),
  /** How many independent sources the dataset says it has, where it says so. */
  sourceCount: z.int().positive().optional(),
  /** Peculiarities of the record: `estimate-order`, `candidate`, `unreviewed`, `vanished`, … */
  flags: listOf(name, 50).default([]),
  /** The dataset's own grouping: conflict and dyad. */
  conflict: text.optional(),
  /** Corrections by people, in order; see correction.ts. */
  corrections: listOf(correction).optional(),
  /** The records that are merged into this one; see merge-records.ts. */
  accounts: listOf(mergedRecord).optional(),
});

/**
 * A count that a source states, "more than three dozen rocket attacks since October": quoted with counts, never added.
 */
const aggregate = z.strictObject({
  kind: z.literal('aggregate'),
  ...base,
  eventTypes: listOf(name, 50).default([]),
  statement: text,
  count: z
    .strictObject({
      operator: z.enum(['=', '>', '≥', '<', '≈']),
      value: z.int().nonnegative().max(mostPeople),
      words: text,
    })
    .nullable(),
});

/** Something reported that is not an incident (a deployment, an agreement, a plan). Never counted. */
const development = z.strictObject({
  kind: z.literal('development'),
  ...base,
  eventTypes: listOf(name, 50).default([]),
  statement: text,
});

/** An event that a machine coded from a news item: a CAMEO code with actors, date and place. */
const coding = z.strictObject({
  id: text,
  code: text,
  /** What the code stands for, where the file says so. */
  words: text.optional(),
  date: recordDate,
  actors: listOf(name),
  place: name.optional(),
  country: name.optional(),
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
});

/**
 * A report to review: a news item, a message, or a machine's codings of one. Never counted, and found only in the list
 * of reports. `confidence` is low if a machine coded it.
 */
const unreviewed = z.strictObject({
  kind: z.literal('report'),
  ...base,
  eventTypes: listOf(name, 50).default([]),
  statement: text,
  confidence: z.enum(['low', 'not rated']),
  codings: listOf(coding, 5000).default([]),
});

/**
 * A record of the store: an incident, aggregate, development or report to review. Parse untrusted records with this.
 */
export const record = z.discriminatedUnion('kind', [incident, aggregate, development, unreviewed]);

export type Report = z.infer<typeof report>;
export type Detail = z.infer<typeof detail>;
export type Incident = z.infer<typeof incident>;
export type Aggregate = z.infer<typeof aggregate>;
export type Development = z.infer<typeof development>;
export type Coding = z.infer<typeof coding>;
export type Unreviewed = z.infer<typeof unreviewed>;
export type IncidentRecord = z.infer<typeof record>;

/** A set of records: where it comes from, and under which terms it may be passed on. */
export const dataset = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: text,
  /** How answers call it, "UCDP"; left out: by its name. */
  short: text.optional(),
  licence: text,
  citation: text,
  url: z.url().optional(),
  /** Whether its records may be passed on; exports warn of what is forbidden. Left out: allowed. */
  redistribution: z.enum(['allowed', 'forbidden']).optional(),
  /** What it records; left out: not known. */
  scope: datasetScope.optional(),
});
export type Dataset = z.infer<typeof dataset>;

/** The dataset in a record's id: "ucdp:145137" → "ucdp". */
export const datasetOf = (id: string): string => id.slice(0, id.indexOf(':'));
