import { z } from 'zod';
import { type EventType, eventTypes, withDescendants } from './event-types.ts';
import { isoDate, text } from './schema.ts';

/** The figures of people that a dataset may record. */
const recordable = ['killed', 'civilians killed', 'wounded', 'abducted', 'arrested'] as const;

/** A country of which a sample has every incident from one day to another. */
export const wholePart = z.strictObject({ country: text, first: isoDate, last: isoDate });

/**
 * What a dataset records, which decides what may be denied from it. Its countries, first and last day are those of its
 * records, see `Coverage`.
 */
export const datasetScope = z.strictObject({
  /** Nodes of the event type tree that its records are coded as; left out: any. */
  kinds: z.array(text).optional(),
  /** The figures that it has. */
  casualties: z.array(z.enum(recordable)),
  /** Groups of people that have figures of their own beside everybody: "civilians", "health workers". */
  groups: z.array(text).default([]),
  /** Whether its dead are told apart by the side that lost them. */
  sides: z.boolean().default(false),
  /** It has only incidents with at least so many reported deaths. */
  leastKilled: z.int().positive().optional(),
  /** A choice of incidents: that it has none says nothing. */
  selected: z.boolean().default(false),
  /** Of a sample: where and when it has every incident, days included; anywhere else it has some of them. */
  whole: z.array(wholePart).optional(),
  /** How its days and places are rounded, a sentence in English. */
  rounding: text.optional(),
  /** What it takes for an incident, a sentence in English. */
  definition: text.optional(),
});
export type DatasetScope = z.infer<typeof datasetScope>;
export type Recordable = (typeof recordable)[number];

/** The kinds that a dataset's codes stand for, those given beside them included. */
export const kindsCodedBy = (coder: keyof EventType['codes'], ...beside: string[]): string[] => [
  ...new Set([...eventTypes.filter(({ codes }) => codes[coder].length > 0).map(({ id }) => id), ...beside]),
];

/** Whether a kind, or one below it, is among those that are coded; undefined: any is. */
export const isCoded = (kind: string, coded: readonly string[] | undefined): boolean =>
  coded === undefined || withDescendants([kind]).some((one) => coded.includes(one));

/** The scope of a dataset of reports to review, which are never counted. */
export const reportsScope = (definition: string): DatasetScope => ({
  kinds: [],
  casualties: [],
  groups: [],
  sides: false,
  selected: false,
  definition,
});
