import { Agent, fetch, type Response } from 'undici';
import { minute, second } from '../kernel/duration.ts';
import { retryAfter } from '../kernel/retry.ts';
import { type AddressPolicy, checkAddress, guardedLookup } from './address.ts';
import { type DownloadedFile, downloadToFile } from './download-to-file.ts';
import { describeFetchFailure, FetchError } from './fetch-error.ts';
import { createHostThrottle } from './per-host-throttle.ts';

/** What tells a server which state we have (RFC 9110, 8.8). */
export interface Validators {
  etag?: string | undefined;
  modified?: string | undefined;
}

export interface FetchRequest {
  url: string;
  policy: AddressPolicy;
  headers?: Record<string, string>;
  /** Sent as a form, by POST. */
  form?: Record<string, string>;
  cached?: Validators;
  /** In bytes, unpacked. */
  maxBytes: number;
  signal?: AbortSignal | undefined;
}

/** The body in a file of its own, for the caller to discard; or nothing new. */
export type FetchResult = { kind: 'unchanged' } | ({ kind: 'body'; type: string } & Validators & DownloadedFile);

export interface HttpFetcher {
  /** Throws FetchError; its message names the host and what it did. */
  get(wanted: FetchRequest): Promise<FetchResult>;
  close(): Promise<void>;
}

interface Times {
  connect: number;
  /** Until the answer begins, and between two pieces of it. */
  silence: number;
  whole: number;
}

const usualTimes: Times = { connect: 10 * second, silence: 30 * second, whole: 30 * minute };
const mostRedirects = 5;
const agentName = 'Sitrep';

interface WebOptions {
  times?: Partial<Times>;
  /** Between two requests to the same host, in milliseconds. */
  distance?: number;
  now?: () => number;
}

/** Fetches from addresses that people and data name: only public ones, not too often, not too much, not for too long. */
export function createHttpFetcher({ times, distance = 1000, now = Date.now }: WebOptions = {}): HttpFetcher {
  const { connect, silence, whole } = { ...usualTimes, ...times };
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

  async function ask(url: URL, wanted: FetchRequest, signal: AbortSignal): Promise<Response> {
    await hosts.acquire(url.host, signal);
    return fetch(url, {
      dispatcher: agentFor(wanted.policy.local),
      redirect: 'manual',
      signal,
      headers: { 'user-agent': agentName, ...conditions(wanted.cached), ...wanted.headers },
      ...(wanted.form ? { method: 'POST', body: new URLSearchParams(wanted.form) } : {}),
    });
  }

  async function follow(wanted: FetchRequest, signal: AbortSignal): Promise<{ url: URL; response: Response }> {
    let url = checkAddress(wanted.url, wanted.policy);
    let asked = wanted;
    for (let hops = 0; ; hops++) {
      const response = await ask(url, asked, signal);
      const to = redirectOf(response);
      if (to === undefined) return { url, response };
      await response.body?.cancel();
      if (hops === mostRedirects || wanted.form) throw new FetchError(`${url.host} sends us round in circles.`);
      const next = redirectTarget(to, url, wanted.policy);
      // What is meant for one host is not told to another.
      if (next.origin !== url.origin) asked = { ...asked, headers: {}, cached: {} };
      url = next;
    }
  }

  return {
    async get(wanted) {
      const signal = AbortSignal.any([AbortSignal.timeout(whole), ...(wanted.signal ? [wanted.signal] : [])]);
      const host = URL.parse(wanted.url)?.host ?? wanted.url.slice(0, 80);
      try {
        const { url, response } = await follow(wanted, signal);
        if (response.status === 304) {
          await response.body?.cancel();
          return { kind: 'unchanged' };
        }
        if (!response.ok) throw await refused(response, url);
        return await bodyOf(response, url, wanted.maxBytes);
      } catch (error) {
        wanted.signal?.throwIfAborted();
        if (error instanceof FetchError) throw error;
        throw new FetchError(describeFetchFailure(error, host), { cause: error });
      }
    },
    async close() {
      await Promise.all([...agents.values()].map((agent) => agent.destroy()));
    },
  };

  async function refused(response: Response, url: URL): Promise<FetchError> {
    await response.body?.cancel();
    const { status } = response;
    const wait = retryAfter(response.headers.get('retry-after'), now());
    if (wait !== undefined && (status === 429 || status === 503)) hosts.backOff(url.host, wait);
    const words = status === 429 ? 'asks us to come less often' : `answers ${status} ${response.statusText}`.trim();
    return new FetchError(`${url.host} ${words}.`, { status, ...(wait === undefined ? {} : { wait }) });
  }
}

/** Where a redirect leads: from https never back to http. Throws FetchError. */
function redirectTarget(to: string, from: URL, reach: AddressPolicy): URL {
  try {
    const http = reach.http && from.protocol === 'http:';
    return checkAddress(URL.parse(to, from)?.href ?? to, { ...reach, http });
  } catch (error) {
    throw new FetchError(`${from.host} sends us elsewhere: ${(error as Error).message}`, { cause: error });
  }
}

const conditions = ({ etag, modified }: Validators = {}): Record<string, string> => ({
  ...(etag === undefined ? {} : { 'if-none-match': etag }),
  ...(modified === undefined ? {} : { 'if-modified-since': modified }),
});

const redirectOf = ({ status, headers }: Response): string | undefined =>
  [301, 302, 303, 307, 308].includes(status) ? (headers.get('location') ?? '') : undefined;

async function bodyOf(response: Response, url: URL, most: number): Promise<FetchResult> {
  const { headers } = response;
  const type = headers.get('content-type') ?? '';
  if (/^text\/html\b/i.test(type)) {
    await response.body?.cancel();
    throw new FetchError(`${url.host}${url.pathname} is a web page, not data. Give the address of the data itself.`);
  }
  const saved = await downloadToFile(response, url, most);
  const [etag, modified] = [headers.get('etag'), headers.get('last-modified')];
  return {
    kind: 'body',
    type,
    ...saved,
    ...(etag === null ? {} : { etag }),
    ...(modified === null ? {} : { modified }),
  };
}
