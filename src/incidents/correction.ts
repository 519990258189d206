import { z } from 'zod';
import { attribution, casualty, text, when, where } from './schema.ts';

/** The fields that a person may correct. */
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
 * One correction by a person. `now` replaces the source's values, which `was` keeps (without the fields that the source
 * does not have). A figure or an attribution is added to those of the source and never replaces them.
 */
export const correction = z.strictObject({
  by: text,
  at: z.iso.datetime({ offset: true }),
  why: text,
  now: values,
  was: values,
  casualty: casualty.optional(),
  attributions: z.array(attribution).optional(),
  /** A manager has reviewed the record: it loses the flag `unreviewed`. */
  confirmed: z.boolean().optional(),
});

/**
 * A record that was merged into another: what it says where the two may differ. `by`, `at`, `why` and `confidence` are
 * of the merge.
 */
export const mergedRecord = z.strictObject({
  id: text,
  title: text.optional(),
  /** Its publishers, or else its dataset. */
  told: text,
  when,
  where,
  eventTypes: z.array(text),
  by: text,
  at: z.iso.datetime({ offset: true }),
  why: text,
  /** 0 to 1, if the pair had been proposed as duplicates. */
  confidence: z.number().optional(),
});

export type Correction = z.infer<typeof correction>;
export type MergedRecord = z.infer<typeof mergedRecord>;
