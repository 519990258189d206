import { AddressError } from './address.ts';

/** A fetch that failed; the message says what the other side did. */
export class FetchError extends Error {
  /** As the other side answered, where it did. */
  readonly status: number | undefined;
  /** How long it asked to be left alone, in milliseconds. */
  readonly wait: number | undefined;
  constructor(message: string, { status, wait, cause }: { status?: number; wait?: number; cause?: unknown } = {}) {
    super(message, { cause });
    this.status = status;
    this.wait = wait;
  }
}

/** The words of whatever a fetch threw. */
export function describeFetchFailure(error: unknown, host: string): string {
  for (let at = error as Error | undefined; at; at = at.cause as Error | undefined) {
    const { name, code, message } = at as NodeJS.ErrnoException;
    if (at instanceof AddressError) return message;
    if (code === 'UND_ERR_CONNECT_TIMEOUT') return `${host} does not answer.`;
    if (code === 'UND_ERR_HEADERS_TIMEOUT') return `${host} took the request and sends no answer.`;
    if (code === 'UND_ERR_BODY_TIMEOUT') return `${host} stopped sending in the middle.`;
    if (name === 'TimeoutError') return `${host} sends too slowly.`;
    if (code === 'ENOTFOUND') return `There is no host ${host}. Check the address.`;
    if (code === 'ECONNREFUSED') return `${host} refuses the connection.`;
    if (code === 'UND_ERR_SOCKET' || code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' || code === 'ECONNRESET')
      return `${host} cut the connection in the middle.`;
  }
  return `${host} cannot be fetched: ${(error as Error).message}.`;
}
