import { z } from 'zod';

/** Services that are asked by their own ways; all else is an address. */
export const services = ['ucdp-candidate', 'acled', 'reliefweb'] as const;

/** What somebody asked to be fetched. */
export const sourceConfig = z.object({
  kind: z.enum(['address', ...services]),
  /** Of the kind `address`. */
  address: z.string().optional(),
  /** What to ask for, in the words of the service. */
  query: z.string().optional(),
  /** From which day on, where the service can tell. */
  since: z.iso.date().optional(),
  /** How files are read, where that cannot be told from their content. */
  format: z.string().optional(),
  /** A file of this computer that says what the columns mean. */
  mapping: z.string().optional(),
  /** In milliseconds. */
  every: z.int().positive(),
  by: z.string(),
  at: z.string(),
  /** Whether it was added from a channel: then only https is fetched. */
  fromChannel: z.boolean(),
});
export type SourceConfig = z.infer<typeof sourceConfig>;
