import { Agent, fetch, type Response } from 'undici';
import { minute, second } from '../kernel/duration.ts';
import { retryAfter } from '../kernel/retry.ts';
import { type AddressPolicy, checkAddress, guardedLookup } from './address.ts';
import { type DownloadedFile, downloadToFile } from './download-to-file.ts';
import { describeFetchFailure, FetchError, rateLimited } from './fetch-error.ts';
import { createHostThrottle } from './per-host-throttle.ts';

/** Validators of a cached response (RFC 9110, 8.8). */
export interface Validators {
  etag?: string | undefined;
  /** Last-Modified, as the server sent it. */
  modified?: string | undefined;
}

export interface FetchRequest {
  url: string;
  policy: AddressPolicy;
  headers?: Record<string, string>;
  /** Fields of a form, sent by POST. */
  form?: Record<string, string>;
  /** Of the response that the caller has: makes the request conditional. */
  cached?: Validators;
  /** The largest body to accept, in bytes after decompression. */
  maxBytes: number;
  signal?: AbortSignal | undefined;
}

/** The body as a temporary file, which the caller discards; or 304 Not Modified. */
export type FetchResult =
  | { kind: 'unchanged' }
  | ({ kind: 'body'; type: string /** The header `Link`. */; link?: string } & Validators & DownloadedFile);

export interface HttpFetcher {
  /** Throws FetchError; its message names the host and what it did. */
  get(request: FetchRequest): Promise<FetchResult>;
  close(): Promise<void>;
}

/** Timeouts in milliseconds. */
interface Timeouts {
  connect: number;
  /** Until the response begins, and between two chunks of it. */
  silence: number;
  whole: number;
}

const defaultTimeouts: Timeouts = { connect: 10 * second, silence: 30 * second, whole: 30 * minute };
const maxRedirects = 5;
const agentName = 'Sitrep';

interface WebOptions {
  times?: Partial<Timeouts>;
  /** Between two requests to the same host, in milliseconds. */
  distance?: number;
  now?: () => number;
}

/**
 * Fetches from addresses that people and data name, within limits: only public addresses unless the policy allows others,
 * a distance between requests to the same host, a maximum size, timeouts, and at most 5 redirects.
 */
export function createHttpFetcher({ times, distance = 1000, now = Date.now }: WebOptions = {}): HttpFetcher {
  const { connect, silence, whole } = { ...defaultTimeouts, ...times };
  const hosts = createHostThrottle(distance, now);
  const agents = new Map<boolean, Agent>();
  const agentFor = (local: boolean) => {
    const agent =
      agents.get(local) ??
      new Agent({
        connect: { timeout: connect, lookup: guardedLookup({ local }) },
        headersTimeout: silence,
        bodyTimeout: silence,
      });
    agents.set(local, agent);
    return agent;
  };

  async function send(url: URL, request: FetchRequest, signal: AbortSignal): Promise<Response> {
    await hosts.acquire(url.host, signal);
    return fetch(url, {
      dispatcher: agentFor(request.policy.local),
      redirect: 'manual',
      signal,
      headers: { 'user-agent': agentName, ...conditions(request.cached), ...request.headers },
      ...(request.form ? { method: 'POST', body: new URLSearchParams(request.form) } : {}),
    });
  }

  async function follow(request: FetchRequest, signal: AbortSignal): Promise<{ url: URL; response: Response }> {
    let url = checkAddress(request.url, request.policy);
    let next = request;
    for (let hops = 0; ; hops++) {
      const response = await send(url, next, signal);
      const location = locationOf(response);
      if (location === undefined) return { url, response };
      await response.body?.cancel();
      if (hops === maxRedirects) throw new FetchError(`${url.host}: too many redirects.`);
      if (request.form) throw new FetchError(`${url.host} redirects a POST request, which is not followed.`);
      const target = redirectTarget(location, url, request.policy);
      // Headers may hold secrets of this host.
      if (target.origin !== url.origin) next = { ...next, headers: {}, cached: {} };
      url = target;
    }
  }

  return {
    async get(request) {
      const signal = AbortSignal.any([AbortSignal.timeout(whole), ...(request.signal ? [request.signal] : [])]);
      const host = URL.parse(request.url)?.host ?? request.url.slice(0, 80);
      try {
        const { url, response } = await follow(request, signal);
        if (response.status === 304) {
          await response.body?.cancel();
          return { kind: 'unchanged' };
        }
        if (!response.ok) throw await errorOf(response, url);
        return await bodyOf(response, url, request.maxBytes);
      } catch (error) {
        request.signal?.throwIfAborted();
        if (error instanceof FetchError) throw error;
        throw new FetchError(describeFetchFailure(error, host), { cause: error });
      }
    },
    async close() {
      await Promise.all([...agents.values()].map((agent) => agent.destroy()));
    },
  };

  async function errorOf(response: Response, url: URL): Promise<FetchError> {
    await response.body?.cancel();
    const { status } = response;
    const wait = retryAfter(response.headers.get('retry-after'), now());
    if (wait !== undefined && (status === 429 || status === 503)) hosts.backOff(url.host, wait);
    const message =
      status === 429
        ? rateLimited(url.host, wait)
        : `${`${url.host} answers ${status} ${response.statusText}`.trim()}.`;
    return new FetchError(message, { status, ...(wait === undefined ? {} : { wait }) });
  }
}

/** The address that a redirect leads to: from https never to http. Throws FetchError. */
function redirectTarget(location: string, from: URL, policy: AddressPolicy): URL {
  try {
    const http = policy.http && from.protocol === 'http:';
    return checkAddress(URL.parse(location, from)?.href ?? location, { ...policy, http });
  } catch (error) {
    throw new FetchError(`${from.host} redirects to an address that is not fetched: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

const conditions = ({ etag, modified }: Validators = {}): Record<string, string> => ({
  ...(etag === undefined ? {} : { 'if-none-match': etag }),
  ...(modified === undefined ? {} : { 'if-modified-since': modified }),
});

const locationOf = ({ status, headers }: Response): string | undefined =>
  [301, 302, 303, 307, 308].includes(status) ? (headers.get('location') ?? '') : undefined;

async function bodyOf(response: Response, url: URL, maxBytes: number): Promise<FetchResult> {
  const { headers } = response;
  const type = headers.get('content-type') ?? '';
  if (/^text\/html\b/i.test(type)) {
    await response.body?.cancel();
    throw new FetchError(`${url.host}${url.pathname} is a web page, not data. Give the address of the data itself.`);
  }
  const saved = await downloadToFile(response, url, maxBytes);
  const [etag, modified, link] = [headers.get('etag'), headers.get('last-modified'), headers.get('link')];
  return {
    kind: 'body',
    type,
    ...saved,
    ...(etag === null ? {} : { etag }),
    ...(modified === null ? {} : { modified }),
    ...(link === null ? {} : { link }),
  };
}
