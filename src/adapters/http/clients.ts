import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { ConfigError } from '../../config/config.ts';
import { dataset } from '../../incidents/incident.ts';

/** A system that may push records into its own dataset, authenticated by a token, by signatures, or by either. */
const client = z
  .strictObject({
    dataset,
    token: z.string().min(32, 'must have at least 32 characters').optional(),
    /** As Standard Webhooks writes it: base64 of 24 to 64 random bytes. */
    secret: z
      .string()
      .regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/, 'is not a secret: whsec_ and 24 to 64 bytes in base64')
      .optional(),
  })
  .refine(({ token, secret }) => token !== undefined || secret !== undefined, 'needs a token or a secret');
export type Client = z.infer<typeof client>;

const duplicateOf = <T>(list: readonly T[]): T | undefined => list.find((one, at) => list.indexOf(one) !== at);

const clients = z
  .array(client)
  .min(1, 'needs at least one client')
  .refine((all) => duplicateOf(all.map((c) => c.dataset.id)) === undefined, 'two clients have the same dataset')
  .refine((all) => duplicateOf(all.flatMap((c) => c.token ?? [])) === undefined, 'two clients have the same token')
  .refine((all) => duplicateOf(all.flatMap((c) => c.secret ?? [])) === undefined, 'two clients have the same secret');

/** Reads the YAML file of SITREP_PUSH. Throws ConfigError that names the entry and the problem, never a token. */
export function readClients(file: string): Client[] {
  if (!existsSync(file)) throw new ConfigError(`SITREP_PUSH: file ${file} does not exist; see .env.example.`);
  const parsed = clients.safeParse(yamlOf(file));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ConfigError(
    `SITREP_PUSH: ${file}: ${issue?.path.join('.') || 'the list'}: ${issue?.message}. docs/data.md has an example.`,
  );
}

function yamlOf(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // Only the first line: the others quote the file, which holds tokens.
    throw new ConfigError(`SITREP_PUSH: ${file}: ${(error as Error).message.split('\n')[0]}`);
  }
}
