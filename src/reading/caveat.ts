import { z } from 'zod';

const said = z.string();

/**
 * What a question asked for and could not get; an answer begins with it. `said`: the words as written.
 * `ignored`: no reader could use the words. `group`: people whom the data does not tell apart, so everybody is counted.
 * `rate`: how many there are of so many people, where it is not known how many live there.
 * `assumed`: a name taken for another, `name` with its country. `elsewhere`: beyond what the data covers.
 */
export const caveat = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ignored'), said }),
  z.object({ kind: z.literal('group'), said }),
  z.object({ kind: z.literal('assumed'), said, name: z.string() }),
  z.object({ kind: z.literal('elsewhere'), said }),
  z.object({ kind: z.literal('rate'), said }),
]);
export type Caveat = z.infer<typeof caveat>;
