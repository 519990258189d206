import { minute, second } from '../kernel/duration.ts';
import { AddressError } from './address.ts';

/** A fetch that failed; the message names the host and what it did. */
export class FetchError extends Error {
  /** The status of the response, where there was one. */
  readonly status: number | undefined;
  /** Retry-After, in milliseconds. */
  readonly wait: number | undefined;
  constructor(message: string, { status, wait, cause }: { status?: number; wait?: number; cause?: unknown } = {}) {
    super(message, { cause });
    this.status = status;
    this.wait = wait;
  }
}

/** "example.org is rate-limiting us; retry after 5 min." `wait`: milliseconds. */
export function rateLimited(host: string, wait: number | undefined): string {
  if (wait === undefined) return `${host} is rate-limiting us.`;
  const after = wait < minute ? `${Math.ceil(wait / second)} s` : `${Math.ceil(wait / minute)} min`;
  return `${host} is rate-limiting us; retry after ${after}.`;
}

/** The message for whatever a fetch threw. */
export function describeFetchFailure(error: unknown, host: string): string {
  for (let at = error as Error | undefined; at; at = at.cause as Error | undefined) {
    const { name, code, message } = at as NodeJS.ErrnoException;
    if (at instanceof AddressError) return message;
    if (code === 'UND_ERR_CONNECT_TIMEOUT') return `${host}: the connection timed out.`;
    if (code === 'UND_ERR_HEADERS_TIMEOUT') return `${host} sent no response in time.`;
    if (code === 'UND_ERR_BODY_TIMEOUT') return `${host} stopped sending in the middle of the response.`;
    if (name === 'TimeoutError') return `${host} sends too slowly; the download timed out.`;
    if (code === 'ENOTFOUND') return `Unknown host ${host}. Check the address.`;
    if (code === 'ECONNREFUSED') return `${host} refused the connection.`;
    if (code === 'UND_ERR_SOCKET' || code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' || code === 'ECONNRESET')
      return `${host} closed the connection in the middle of the response.`;
  }
  return `Cannot fetch from ${host}: ${(error as Error).message}.`;
}
