import { z } from 'zod';
import { day } from '../../kernel/duration.ts';
import { FetchError } from '../../web/fetch-error.ts';
import { type Connector, megabyte } from './connector.ts';
import { fetchPage } from './fetch-page.ts';

// As UCDP documents its API: https://ucdp.uu.se/apidocs
const api = 'https://ucdpapi.pcr.uu.se/api/';
// The current yearly release. Update it together with the address of “ucdp” in commands/import.ts.
const release = '26.1';
const pageSize = 1000;
const callsADay = 5000;

/** `page`: its parameters; undefined: the first. `first`: the hash of the first page of the last complete run. */
const cursor = z.object({
  page: z.string().optional(),
  calls: z.int().default(0),
  on: z.string().default(''),
  first: z.string().optional(),
  begun: z.string().optional(),
});
const answer = z.object({ NextPageUrl: z.string().nullish(), Result: z.array(z.looseObject({ id: z.unknown() })) });

const reserved = ['pagesize', 'page', 'version'];
const refusals: Record<number, string> = {
  401: 'UCDP’s API refuses UCDP_TOKEN. Ask UCDP for an access token by e-mail, see ucdp.uu.se/apidocs.',
  403: 'UCDP’s API refuses UCDP_TOKEN. Ask UCDP for an access token by e-mail, see ucdp.uu.se/apidocs.',
  404: 'UCDP’s API has no such release. Name one with --query version=26.1, or see ucdp.uu.se/apidocs.',
};
function explain(error: unknown): never {
  const meaning = error instanceof FetchError ? refusals[error.status ?? 0] : undefined;
  if (!(error instanceof FetchError) || meaning === undefined) throw error;
  throw new FetchError(meaning, { status: error.status ?? 0 });
}

/** The release and filters of a query: "version=26.0.7&Country=645". */
function partsOf(query: string | undefined): { version: string; filters: URLSearchParams } {
  const filters = new URLSearchParams(query);
  const version = filters.get('version') ?? release;
  filters.delete('version');
  return { version, filters };
}

function queryError(query: string | undefined): string | undefined {
  const { version, filters } = partsOf(query);
  if (!/^\d{2}\.\d+(\.\d+)?$/.test(version)) return `“${version.slice(0, 20)}” is no release of UCDP: 26.1, or 26.0.7.`;
  const ours = [...filters.keys()].find((name) => reserved.includes(name.toLowerCase()));
  return ours ? `Remove “${ours}” from the query: the program sets it.` : undefined;
}

/**
 * A release of UCDP GED from its API, page by page. A page names the next one, of which only the parameters are used: the
 * token goes nowhere else. At most 5,000 calls are made on a day (UTC), as UCDP allows.
 */
export const ucdp: Connector = {
  name: 'ucdp',
  every: 7 * day,
  missing: ({ query }, services) =>
    services.ucdpToken === undefined
      ? 'UCDP’s API needs UCDP_TOKEN in .env: ask UCDP for an access token by e-mail, see ucdp.uu.se/apidocs.'
      : queryError(query),
  async step({ query, since }, at, context) {
    const from = cursor.safeParse(at).data ?? cursor.parse({});
    const { version, filters } = partsOf(query);
    const today = new Date(context.now).toISOString().slice(0, 10);
    const calls = from.on === today ? from.calls : 0;
    if (calls >= callsADay)
      throw new FetchError('UCDP allows 5,000 calls a day, which have been made; it goes on tomorrow.', {
        wait: day - (context.now % day),
      });
    if (since !== undefined) filters.set('StartDate', since);
    filters.set('pagesize', String(pageSize));
    const search = from.page ?? String(filters);
    const request = {
      url: `${context.services.ucdpApiUrl ?? api}gedevents/${version}?${search}`,
      headers: { 'x-ucdp-access-token': context.services.ucdpToken ?? '' },
      maxBytes: 64 * megabyte,
    };
    const { page, hash, rows } = await fetchPage(request, context, answer, 'UCDP', ({ Result }) => Result.length).catch(
      explain,
    );
    const counted = { calls: calls + 1, on: today };
    const begun = from.page === undefined ? hash : from.begun;
    const next = page.NextPageUrl ? URL.parse(page.NextPageUrl)?.searchParams : undefined;
    // A release does not change: where the first page is the same, so are the others.
    const isSame = from.page === undefined && hash === from.first;
    const isMore = !isSame && next !== undefined && page.Result.length > 0 && String(next) !== search;
    return isMore
      ? { cursor: { ...counted, page: String(next), begun, first: from.first }, more: true, rows }
      : { cursor: { ...counted, first: begun }, more: false, rows };
  },
};
