import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Change, Incidents } from '../../incidents/incidents.ts';
import { day } from '../../kernel/duration.ts';
import { createJsonMeter } from '../../kernel/json-bounds.ts';
import { findClientBySignature, findClientByToken, readSignatureHeaders } from './authenticate.ts';
import type { Client } from './clients.ts';
import type { IdempotencyStore } from './idempotency-store.ts';
import { problem } from './problem-details.ts';
import { createTokenBuckets } from './token-bucket.ts';
import { validateRecords } from './validate-records.ts';

interface IngestDependencies {
  clients: readonly Client[];
  incidents: Pick<Incidents, 'apply'>;
  responses: IdempotencyStore;
  now?: () => number;
  /** Requests of one client: in a burst, and per second after that. */
  rateLimit?: { atOnce: number; perSecond: number };
}

/** In bytes. */
const mostBody = 1024 ** 2;
const defaultRateLimit = { atOnce: 60, perSecond: 2 };
/** Levels of nesting; a record has seven. */
const deepest = 50;
/** Bodies that are read at once before it is known who sends them: only then can a signature be checked. */
const mostUnknown = 32;
const key = /^[\x21-\x7e]{1,255}$/;

// The rest of its body is not waited for.
const unauthorized = (c: Context) =>
  problem(c, 401, { title: 'Unauthorized', headers: { 'www-authenticate': 'Bearer', connection: 'close' } });

const busy = (c: Context) =>
  problem(c, 503, {
    title: 'Service Unavailable',
    detail: 'Too many signed requests are being read. Retry in a second.',
    headers: { 'retry-after': '1', connection: 'close' },
  });

const tooLarge = (c: Context) =>
  problem(c, 413, {
    title: 'Content Too Large',
    detail: 'The body is larger than 1 MB. Send the records in several requests.',
  });

/** POST /incidents: a client puts records into its own dataset, all records of a request or none. */
export function createIngestRoutes({
  clients,
  incidents,
  responses,
  now = Date.now,
  rateLimit = defaultRateLimit,
}: IngestDependencies): Hono {
  const buckets = createTokenBuckets(rateLimit.atOnce, rateLimit.perSecond, now);
  const inProgress = new Set<string>();
  const app = new Hono();

  let unknown = 0;

  /** Who sends it: by the token before the body is read, by the signature after. The answer, if it is nobody. */
  async function authenticate(c: Context): Promise<Authenticated | Response> {
    const token = c.req.header('authorization')?.match(/^Bearer +(\S+)$/i)?.[1];
    const byToken = token === undefined ? undefined : findClientByToken(clients, token);
    if (byToken) return { client: byToken, key: c.req.header('idempotency-key'), body: await bodyOf(c) };
    const signed = readSignatureHeaders((name) => c.req.header(name));
    if (!signed) return unauthorized(c);
    if (unknown >= mostUnknown) return busy(c);
    unknown++;
    try {
      const body = await bodyOf(c);
      const signer = findClientBySignature(clients, signed, body, now());
      // The signed id is the key: an Idempotency-Key header is not signed, so a replayed message could change it.
      return signer ? { client: signer, key: signed.id, body } : unauthorized(c);
    } finally {
      unknown--;
    }
  }

  /** What is to be applied; the answer, if the body is wrong. */
  function changesIn(c: Context, { dataset }: Client, body: Uint8Array): Change[] | Response {
    if (createJsonMeter({ deepest, longest: mostBody })(body))
      return problem(c, 400, {
        title: 'Bad Request',
        detail: `The body is nested more than ${deepest} levels deep. docs/record-format.md shows a record.`,
      });
    const json = jsonOf(body);
    if (json === undefined) return problem(c, 400, { title: 'Bad Request', detail: 'The body is not JSON in UTF-8.' });
    const read = validateRecords(json, dataset.id);
    if ('errors' in read) {
      const detail = 'No record was saved. Correct what `errors` lists and send the request again.';
      return problem(c, 422, { title: 'Unprocessable Content', detail, errors: read.errors });
    }
    return read.records.map((record) => ({ action: 'put' as const, record }));
  }

  async function apply(changes: Change[], { dataset }: Client): Promise<string> {
    const origin = { dataset, by: dataset.name, why: 'pushed', at: new Date(now()).toISOString() };
    const { added, revised, unchanged } = await incidents.apply(changes, origin);
    return JSON.stringify({ added, revised, unchanged });
  }

  /** Applies a request with an idempotency key; a repeated one gets the saved response. */
  async function applyOnce(c: Context, client: Client, body: Uint8Array, idempotencyKey: string): Promise<Response> {
    const { id } = client.dataset;
    const hash = createHash('sha256').update(body).digest('hex');
    const earlier = await responses.get(id, idempotencyKey, now() - day);
    if (earlier && earlier.hash !== hash)
      return problem(c, 422, {
        title: 'Unprocessable Content',
        detail: 'This Idempotency-Key was used with another body within the last day. Use a new key for a new body.',
      });
    if (earlier) return jsonResponse(c, earlier.answer, { 'idempotency-replayed': 'true' });
    const name = `${id} ${idempotencyKey}`;
    if (inProgress.has(name))
      return problem(c, 409, {
        title: 'Conflict',
        detail: 'A request with this Idempotency-Key is in progress. Retry in a second.',
        headers: { 'retry-after': '1' },
      });
    inProgress.add(name);
    try {
      const changes = changesIn(c, client, body);
      if (changes instanceof Response) return changes;
      const { answer, replayed } = await responses.together(async () => {
        // Another request with the key may have finished since the first look, here or at another replica.
        const just = await responses.get(id, idempotencyKey, now() - day);
        if (just?.hash === hash) return { answer: just.answer, replayed: true };
        const answer = await apply(changes, client);
        await responses.put(id, idempotencyKey, { hash, answer }, now(), now() - day);
        return { answer, replayed: false };
      });
      return jsonResponse(c, answer, replayed ? { 'idempotency-replayed': 'true' } : {});
    } finally {
      inProgress.delete(name);
    }
  }

  app.post('/incidents', bodyLimit({ maxSize: mostBody, onError: tooLarge }), async (c) => {
    const authenticated = await authenticate(c);
    if (authenticated instanceof Response) return authenticated;
    const { client, key: idempotencyKey, body } = authenticated;
    const wait = buckets.take(client.dataset.id);
    if (wait > 0)
      return problem(c, 429, {
        title: 'Too Many Requests',
        detail: `Retry after ${wait} s, and send more records per request.`,
        headers: { 'retry-after': String(wait) },
      });
    if (!isJson(c))
      return problem(c, 415, {
        title: 'Unsupported Media Type',
        detail: 'Send Content-Type: application/json, without Content-Encoding.',
      });
    if (idempotencyKey !== undefined && !key.test(idempotencyKey))
      return problem(c, 400, {
        title: 'Bad Request',
        detail: 'An Idempotency-Key has 1 to 255 visible ASCII characters.',
      });
    if (idempotencyKey !== undefined) return applyOnce(c, client, body, idempotencyKey);
    const changes = changesIn(c, client, body);
    return changes instanceof Response ? changes : jsonResponse(c, await apply(changes, client));
  });
  return app;
}

interface Authenticated {
  client: Client;
  key: string | undefined;
  body: Uint8Array;
}

const bodyOf = async (c: Context): Promise<Uint8Array> => new Uint8Array(await c.req.arrayBuffer());

const jsonResponse = (c: Context, answer: string, headers: Record<string, string> = {}) =>
  c.body(answer, 200, { 'content-type': 'application/json', ...headers });

const isJson = (c: Context): boolean =>
  /^application\/json *(;|$)/i.test(c.req.header('content-type') ?? '') &&
  (c.req.header('content-encoding') ?? 'identity') === 'identity';

/** Undefined where the body is not JSON; no JSON value is undefined. */
function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
