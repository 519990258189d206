import { z } from 'zod';
import { attribution, casualty, text, when, where } from './schema.ts';

/** What a person may put in the place of what a source says. */
const values = z
  .strictObject({
    title: text,
    summary: text,
    when,
    where,
    eventTypes: z.array(text).min(1),
    flags: z.array(text),
  })
  .partial();

/**
 * One act of putting right, by a person. `now` stands in the place of `was`, what the source says (a field that it does
 * not have is left out). A figure or a claim is put beside what the source says, never in its place.
 */
export const correction = z.strictObject({
  by: text,
  at: z.iso.datetime({ offset: true }),
  why: text,
  now: values,
  was: values,
  casualty: casualty.optional(),
  attributions: z.array(attribution).optional(),
  /** A manager has looked at it: it is no longer unreviewed. */
  confirmed: z.boolean().optional(),
});

/** A merged record: where it differs, its own word stands beside the kept one's. `why` and the rest: of the merge. */
export const mergedRecord = z.strictObject({
  id: text,
  title: text.optional(),
  /** Who tells it: its publishers, or its dataset. */
  told: text,
  when,
  where,
  eventTypes: z.array(text),
  by: text,
  at: z.iso.datetime({ offset: true }),
  why: text,
  /** 0 to 1, where it had been proposed. */
  confidence: z.number().optional(),
});

export type Correction = z.infer<typeof correction>;
export type MergedRecord = z.infer<typeof mergedRecord>;
