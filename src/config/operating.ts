import { isIP } from 'node:net';
import { z } from 'zod';

/** The message for a port that is none. */
export const port = 'must be a port, 0 to 65535';

/** An address to listen on. */
export const address = z.string().refine((host) => isIP(host) > 0, 'must be an IP address, e.g. 127.0.0.1');

/** The variables of the local HTTP server. */
export const operatingVariables = {
  SITREP_PORT: z.coerce.number(port).int(port).min(0, port).max(65535, port).optional(),
  SITREP_HOST: address.optional(),
  SITREP_PUSH: z.string().optional(),
};

export interface HttpConfig {
  port: number;
  /** The address to listen on. */
  host: string;
  /** The file with the clients that may push records; undefined: none. */
  push?: string;
}

const variables = z.object(operatingVariables);

/** Undefined where no port is set: then there is no server. */
export function httpOf({ SITREP_PORT, SITREP_HOST, SITREP_PUSH }: z.infer<typeof variables>): HttpConfig | undefined {
  if (SITREP_PORT === undefined) return undefined;
  return {
    port: SITREP_PORT,
    host: SITREP_HOST ?? '127.0.0.1',
    ...(SITREP_PUSH === undefined ? {} : { push: SITREP_PUSH }),
  };
}
