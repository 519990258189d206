import { z } from 'zod';
import { day } from '../../kernel/duration.ts';
import { FetchError } from '../../web/fetch-error.ts';
import { type Connector, type ConnectorContext, type ConnectorStep, megabyte } from './connector.ts';
import { fetchJson, fetchPage } from './fetch-page.ts';

// As ACLED documents its API: https://acleddata.com/api-documentation/getting-started
const api = 'https://acleddata.com/';
const pageSize = 2000;
const month = 30 * day;

/** Seconds since 1970 as ACLED's `timestamp`: when a row was last uploaded. */
const cursor = z.object({
  since: z.int(),
  page: z.int(),
  newest: z.int(),
  hash: z.string().optional(),
  /** Set while the events that ACLED has deleted since then are read. */
  deleted: z.int().optional(),
});

const token = z.object({ access_token: z.string().min(1) });
const answer = z.object({
  status: z.coerce.number().optional(),
  error: z.unknown().optional(),
  data: z.array(z.looseObject({ timestamp: z.coerce.number().int().optional() })).default([]),
});

// The program sets these, and a stored query must not contain a key.
const reserved = ['_format', 'limit', 'page', 'timestamp', 'timestamp_where', 'key', 'email', 'fields'];

function queryError(query: string | undefined): string | undefined {
  const named = [...new URLSearchParams(query).keys()];
  const ours = named.find((name) => reserved.includes(name));
  if (ours) return `Remove “${ours}” from the query: the program sets it.`;
  return query !== undefined && !/^\w+=[^=&]+(&\w+=[^=&]+)*$/.test(query)
    ? 'Write the query in the syntax of ACLED’s API: country=Iraq, or country=Iraq&event_type=Battles.'
    : undefined;
}

const rejections = [400, 401, 403];
function explainSignIn(error: unknown): never {
  if (!(error instanceof FetchError) || !rejections.includes(error.status ?? 0)) throw error;
  throw new FetchError('ACLED rejected the e-mail address or the password. Check ACLED_EMAIL and ACLED_PASSWORD.');
}

const noAccess =
  'The account of ACLED_EMAIL is signed in, but has no access to event data: ask ACLED for it on the account’s page at acleddata.com.';
function explainRead(error: unknown): never {
  if (!(error instanceof FetchError) || error.status !== 403) throw error;
  throw new FetchError(noAccess, { status: 403 });
}

interface SignedIn {
  headers: Record<string, string>;
}

/** Signs in with the user's password, for a token. */
async function signIn(base: string, context: ConnectorContext): Promise<SignedIn> {
  const { acled } = context.services;
  if (!acled) throw new FetchError('ACLED needs ACLED_EMAIL and ACLED_PASSWORD.');
  const form = { username: acled.email, password: acled.password, grant_type: 'password', client_id: 'acled' };
  const request = { url: `${base}oauth/token`, form, maxBytes: megabyte };
  const { access_token } = await fetchJson(request, context, token, 'ACLED’s sign-in').catch(explainSignIn);
  return { headers: { authorization: `Bearer ${access_token}` } };
}

// Once a run, since each run has a context of its own.
const sessions = new WeakMap<ConnectorContext, Promise<SignedIn>>();
function sessionFor(base: string, context: ConnectorContext): Promise<SignedIn> {
  const session = sessions.get(context) ?? signIn(base, context);
  sessions.set(context, session);
  return session;
}

/** A page of the events that ACLED has taken back. */
async function deletions(
  base: string,
  { headers }: SignedIn,
  from: z.infer<typeof cursor> & { deleted: number },
  context: ConnectorContext,
): Promise<ConnectorStep> {
  const search = new URLSearchParams({
    _format: 'json',
    deleted_timestamp: String(from.deleted),
    deleted_timestamp_where: '>=',
    limit: String(pageSize),
    page: String(from.page),
  });
  const request = { url: `${base}api/deleted/read?${search}`, headers, maxBytes: 64 * megabyte };
  const { page, hash, rows } = await fetchPage(request, context, answer, 'ACLED', ({ data }) => data.length);
  const more = page.data.length >= pageSize && hash !== from.hash;
  const done = { since: from.since, page: 1, newest: from.newest };
  return { cursor: more ? { ...done, page: from.page + 1, deleted: from.deleted, hash } : done, more, rows };
}

/** ACLED with the user's own account: rows uploaded or changed since the last run, page by page. */
export const acled: Connector = {
  name: 'acled',
  every: day,
  missing: ({ query }, services) =>
    services.acled ? queryError(query) : 'ACLED needs ACLED_EMAIL and ACLED_PASSWORD of your own account in .env.',
  async step({ query, since }, at, context) {
    const first = Math.floor((since === undefined ? context.now - month : Date.parse(since)) / 1000);
    const from = cursor.safeParse(at).data ?? { since: first, page: 1, newest: first };
    const base = context.services.acledUrl ?? api;
    const session = await sessionFor(base, context);
    if (from.deleted !== undefined) return await deletions(base, session, { ...from, deleted: from.deleted }, context);
    const search = new URLSearchParams({
      ...Object.fromEntries(new URLSearchParams(query)),
      _format: 'json',
      // From this second on; rows that come twice are unchanged.
      timestamp: String(from.since),
      timestamp_where: '>=',
      limit: String(pageSize),
      page: String(from.page),
    });
    const request = { url: `${base}api/acled/read?${search}`, headers: session.headers, maxBytes: 64 * megabyte };
    const { page, hash, rows } = await fetchPage(request, context, answer, 'ACLED', ({ data }) => data.length).catch(
      explainRead,
    );
    if (page.status !== undefined && page.status !== 200)
      throw new FetchError(`ACLED answers ${page.status}. ${page.status === 403 ? noAccess : 'Check the query.'}`);
    const newest = page.data.reduce((most, row) => Math.max(most, row.timestamp ?? 0), from.newest);
    // A page that comes twice is the last, whatever its size.
    const more = page.data.length >= pageSize && hash !== from.hash;
    return {
      cursor: more
        ? { ...from, page: from.page + 1, newest, hash }
        : { since: newest, page: 1, newest, deleted: from.since },
      // After the last page come the deletions.
      more: true,
      rows,
    };
  },
};
