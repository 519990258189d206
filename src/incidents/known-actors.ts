import { readFileSync } from 'node:fs';
import { z } from 'zod';

const actor = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  aliases: z.array(z.string()).default([]),
  kind: z.string(),
  country: z.string().nullable(),
  /** The id of the group it is a faction of. */
  parent: z.string().nullable().default(null),
  /** Another group that people call so too in some countries: the Islamic State in Nigeria is Boko Haram to many. */
  alsoIn: z.strictObject({ actor: z.string(), countries: z.array(z.string()).min(1) }).optional(),
  /** The names that datasets use for it. */
  datasetNames: z.array(z.string()).default([]),
});
/** A well-known armed actor. */
export type KnownActor = z.infer<typeof actor>;

const file = new URL('../../data/actors.json', import.meta.url);

/** Well-known armed actors: aliases, kind, country, parent. Source: data/actors.json. */
export const knownActors: readonly KnownActor[] = z.array(actor).parse(JSON.parse(readFileSync(file, 'utf8')));
