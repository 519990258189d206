import { z } from 'zod';
import { day } from '../../kernel/duration.ts';
import { FetchError } from '../../web/fetch-error.ts';
import { type Connector, type ConnectorContext, megabyte } from './connector.ts';
import { fetchJson, fetchPage } from './fetch-page.ts';

// As ACLED documents its API: https://acleddata.com/api-documentation/getting-started
const api = 'https://acleddata.com/';
const pageSize = 2000;
const month = 30 * day;

/** Seconds since 1970 as ACLED's `timestamp`: when a row was last uploaded. */
const cursor = z.object({ since: z.int(), page: z.int(), newest: z.int(), hash: z.string().optional() });

const token = z.object({ access_token: z.string().min(1) });
const answer = z.object({
  status: z.coerce.number().optional(),
  error: z.unknown().optional(),
  data: z.array(z.looseObject({ timestamp: z.coerce.number().int().optional() })).default([]),
});

// These are ours to set, and a key must not end up in what is kept of a query.
const reserved = ['_format', 'limit', 'page', 'timestamp', 'timestamp_where', 'key', 'email', 'fields'];

function wordsWrong(query: string | undefined): string | undefined {
  const named = [...new URLSearchParams(query).keys()];
  const ours = named.find((name) => reserved.includes(name));
  if (ours) return `Leave “${ours}” out of the query: it is set by the program.`;
  return query !== undefined && !/^\w+=[^=&]+(&\w+=[^=&]+)*$/.test(query)
    ? 'Write the query in the words of ACLED’s API: country=Iraq, or country=Iraq&event_type=Battles.'
    : undefined;
}

const refused = [400, 401, 403];
function explained(error: unknown): never {
  if (!(error instanceof FetchError) || !refused.includes(error.status ?? 0)) throw error;
  throw new FetchError(
    'ACLED does not take the e-mail address and the password. Check ACLED_EMAIL and ACLED_PASSWORD.',
  );
}

interface SignedIn {
  headers: Record<string, string>;
  query: Record<string, string>;
}

/** By a token that is asked for with the user's own password; or by the older key, which goes into the address. */
async function signIn(base: string, hands: ConnectorContext): Promise<SignedIn> {
  const { acled } = hands.services;
  if (!acled) throw new FetchError('ACLED needs ACLED_EMAIL and ACLED_PASSWORD.');
  if ('key' in acled) return { headers: {}, query: { key: acled.key, email: acled.email } };
  const form = { username: acled.email, password: acled.password, grant_type: 'password', client_id: 'acled' };
  const wanted = { url: `${base}oauth/token`, form, maxBytes: megabyte };
  const { access_token } = await fetchJson(wanted, hands, token, 'ACLED’s sign-in').catch(explained);
  return { headers: { authorization: `Bearer ${access_token}` }, query: {} };
}

// Once a run: the hands are made anew for each.
const signed = new WeakMap<ConnectorContext, Promise<SignedIn>>();
function signedIn(base: string, hands: ConnectorContext): Promise<SignedIn> {
  const by = signed.get(hands) ?? signIn(base, hands);
  signed.set(hands, by);
  return by;
}

/** ACLED with the user's own account: what was uploaded or changed since the last time, page by page. */
export const acled: Connector = {
  name: 'acled',
  every: day,
  missing: ({ query }, services) =>
    services.acled ? wordsWrong(query) : 'ACLED needs ACLED_EMAIL and ACLED_PASSWORD in .env: your own account’s.',
  async step({ query, since }, at, hands) {
    const first = Math.floor((since === undefined ? hands.now - month : Date.parse(since)) / 1000);
    const from = cursor.safeParse(at).data ?? { since: first, page: 1, newest: first };
    const base = hands.services.acledUrl ?? api;
    const by = await signedIn(base, hands);
    const search = new URLSearchParams({
      ...Object.fromEntries(new URLSearchParams(query)),
      _format: 'json',
      // From this second on; what comes a second time is unchanged.
      timestamp: String(from.since),
      limit: String(pageSize),
      page: String(from.page),
      ...by.query,
    });
    const wanted = { url: `${base}api/acled/read?${search}`, headers: by.headers, maxBytes: 64 * megabyte };
    const { page, hash, rows } = await fetchPage(wanted, hands, answer, 'ACLED', ({ data }) => data.length);
    if (page.status !== undefined && page.status !== 200)
      throw new FetchError(`ACLED answers ${page.status}. Check ACLED_EMAIL, the password or key, and the query.`);
    const newest = page.data.reduce((most, row) => Math.max(most, row.timestamp ?? 0), from.newest);
    // A page that comes a second time is the end, whatever its size.
    const more = page.data.length >= pageSize && hash !== from.hash;
    return {
      cursor: more ? { ...from, page: from.page + 1, newest, hash } : { since: newest, page: 1, newest },
      more,
      rows,
    };
  },
};
