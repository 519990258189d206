import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { ConfigError } from '../../config/config.ts';
import { dataset } from '../../incidents/incident.ts';

/** A system that may push records: into a dataset of its own, known by a token, by its signatures, or by either. */
const client = z
  .strictObject({
    dataset,
    token: z.string().min(32, 'is too short to be guarded by; take at least 32 characters').optional(),
    /** As Standard Webhooks writes it: base64 of 24 to 64 random bytes. */
    secret: z
      .string()
      .regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/, 'is no secret; write it like whsec_… with 24 to 64 bytes in base64')
      .optional(),
  })
  .refine(({ token, secret }) => token !== undefined || secret !== undefined, 'has neither a token nor a secret');
export type Client = z.infer<typeof client>;

const twice = <T>(list: readonly T[]): T | undefined => list.find((one, at) => list.indexOf(one) !== at);

const clients = z
  .array(client)
  .min(1, 'names nobody')
  .refine((all) => twice(all.map((c) => c.dataset.id)) === undefined, 'two of them have the same dataset')
  .refine((all) => twice(all.flatMap((c) => c.token ?? [])) === undefined, 'two of them have the same token')
  .refine((all) => twice(all.flatMap((c) => c.secret ?? [])) === undefined, 'two of them have the same secret');

/** Reads the file of SITREP_PUSH. Throws ConfigError that says where it is wrong, without a token. */
export function readClients(file: string): Client[] {
  if (!existsSync(file)) throw new ConfigError(`SITREP_PUSH: there is no file ${file}; see .env.example.`);
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
