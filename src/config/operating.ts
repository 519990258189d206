import { isIP } from 'node:net';
import { z } from 'zod';

/** The variables of the local HTTP server. */
export const operatingVariables = {
  SITREP_PORT: z.coerce.number('is no port').int('is no port').min(0, 'is no port').max(65535, 'is no port').optional(),
  SITREP_HOST: z
    .string()
    .refine((host) => isIP(host) > 0, 'is no IP address; write it like 127.0.0.1')
    .optional(),
  SITREP_PUSH: z.string().optional(),
};

export interface HttpConfig {
  port: number;
  /** The address to listen on. */
  host: string;
  /** The file that names who may push records; undefined: nobody. */
  push?: string;
}

const variables = z.object(operatingVariables);

/** Undefined where no port is set: then nothing listens. */
export function httpOf({ SITREP_PORT, SITREP_HOST, SITREP_PUSH }: z.infer<typeof variables>): HttpConfig | undefined {
  if (SITREP_PORT === undefined) return undefined;
  return {
    port: SITREP_PORT,
    host: SITREP_HOST ?? '127.0.0.1',
    ...(SITREP_PUSH === undefined ? {} : { push: SITREP_PUSH }),
  };
}
