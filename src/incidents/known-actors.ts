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

/** Those whose name in a dataset is that of another group as well, which has none of its own. */
const shared = new Set(
  knownActors.flatMap(({ alsoIn, datasetNames: own }) => (alsoIn && own.length === 0 ? [alsoIn.actor] : [])),
);
const datasetNames = Map.groupBy(
  knownActors.flatMap(({ id, name, datasetNames: all }) =>
    all.map((written) => ({ written, name: shared.has(id) ? written : name })),
  ),
  ({ written }) => written,
);
const commonNames = new Map(
  [...datasetNames].flatMap(([written, [only, ...others]]) =>
    only && !others.length ? [[written, only.name] as const] : [],
  ),
);

/** How people call an actor, by the name that a dataset has for it: "RSF" → "Rapid Support Forces"; else that name. */
export const commonName = (written: string): string => commonNames.get(written) ?? written;
