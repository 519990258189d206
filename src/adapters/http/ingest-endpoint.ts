import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Incidents } from '../../incidents/incidents.ts';
import { day } from '../../kernel/duration.ts';
import { findClientBySignature, findClientByToken, readSignatureHeaders } from './authenticate.ts';
import type { Client } from './clients.ts';
import type { IdempotencyStore } from './idempotency-store.ts';
import { problem } from './problem-details.ts';
import { createTokenBuckets } from './token-bucket.ts';
import { validateRecords } from './validate-records.ts';

interface IngestDependencies {
  clients: readonly Client[];
  incidents: Pick<Incidents, 'apply'>;
  answered: IdempotencyStore;
  now?: () => number;
  /** Requests of one client at once, and a second after that. */
  pace?: { atOnce: number; perSecond: number };
}

/** In bytes. */
const mostBody = 1024 ** 2;
const usualPace = { atOnce: 60, perSecond: 2 };
const key = /^[\x21-\x7e]{1,255}$/;

const unauthorized = (c: Context) =>
  problem(c, 401, { title: 'Unauthorized', headers: { 'www-authenticate': 'Bearer' } });

const tooLarge = (c: Context) =>
  problem(c, 413, { title: 'Content Too Large', detail: 'Send at most 1 MB; more records in more requests.' });

/** POST /incidents: other systems put records into a dataset of their own; all of a request's, or none. */
export function createIngestRoutes({
  clients,
  incidents,
  answered,
  now = Date.now,
  pace = usualPace,
}: IngestDependencies): Hono {
  const buckets = createTokenBuckets(pace.atOnce, pace.perSecond, now);
  const atWork = new Set<string>();
  const app = new Hono();

  function clientOf(c: Context, body: Uint8Array): { client: Client; key: string | undefined } | undefined {
    const shown = c.req.header('authorization')?.match(/^Bearer +(\S+)$/i)?.[1];
    const asToken = shown === undefined ? undefined : findClientByToken(clients, shown);
    if (asToken) return { client: asToken, key: c.req.header('idempotency-key') };
    const signed = readSignatureHeaders((name) => c.req.header(name));
    const asSigner = signed && findClientBySignature(clients, signed, body, now());
    // The id is signed, the header would not be: who replays a message cannot give it another key.
    return asSigner && { client: asSigner, key: signed.id };
  }

  async function apply(c: Context, { dataset }: Client, body: Uint8Array): Promise<{ answer: string } | Response> {
    const json = jsonOf(body);
    if (json === undefined) return problem(c, 400, { title: 'Bad Request', detail: 'The body is no JSON in UTF-8.' });
    const read = validateRecords(json, dataset.id);
    if ('errors' in read) {
      const detail = 'Nothing was taken. Put right what `errors` names and send it again.';
      return problem(c, 422, { title: 'Unprocessable Content', detail, errors: read.errors });
    }
    const changes = read.records.map((record) => ({ action: 'put' as const, record }));
    const origin = { dataset, by: dataset.name, why: 'pushed', at: new Date(now()).toISOString() };
    const { added, revised, unchanged } = await incidents.apply(changes, origin);
    return { answer: JSON.stringify({ added, revised, unchanged }) };
  }

  /** The same key and the same body: the same answer, and nothing is done again. */
  async function once(c: Context, client: Client, body: Uint8Array, given: string): Promise<Response> {
    const { id } = client.dataset;
    const hash = createHash('sha256').update(body).digest('hex');
    const earlier = await answered.get(id, given, now() - day);
    if (earlier && earlier.hash !== hash)
      return problem(c, 422, {
        title: 'Unprocessable Content',
        detail: 'This Idempotency-Key came with another body within the last day. Take a new key for a new body.',
      });
    if (earlier) return told(c, earlier.answer, { 'idempotency-replayed': 'true' });
    const name = `${id} ${given}`;
    if (atWork.has(name))
      return problem(c, 409, {
        title: 'Conflict',
        detail: 'A request with this Idempotency-Key is at work. Send it again in a second.',
        headers: { 'retry-after': '1' },
      });
    atWork.add(name);
    try {
      // Another may have ended since this one looked.
      const just = await answered.get(id, given, now() - day);
      if (just?.hash === hash) return told(c, just.answer, { 'idempotency-replayed': 'true' });
      const applied = await apply(c, client, body);
      if (applied instanceof Response) return applied;
      await answered.put(id, given, { hash, ...applied }, now(), now() - day);
      return told(c, applied.answer);
    } finally {
      atWork.delete(name);
    }
  }

  app.post('/incidents', bodyLimit({ maxSize: mostBody, onError: tooLarge }), async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer());
    const known = clientOf(c, body);
    if (!known) return unauthorized(c);
    const { client, key: given } = known;
    const wait = buckets.take(client.dataset.id);
    if (wait > 0)
      return problem(c, 429, {
        title: 'Too Many Requests',
        detail: `Wait ${wait} s; put more records into one request.`,
        headers: { 'retry-after': String(wait) },
      });
    if (!isJson(c))
      return problem(c, 415, {
        title: 'Unsupported Media Type',
        detail: 'Send Content-Type: application/json, without Content-Encoding.',
      });
    if (given !== undefined && !key.test(given))
      return problem(c, 400, {
        title: 'Bad Request',
        detail: 'An Idempotency-Key has 1 to 255 visible ASCII characters.',
      });
    if (given !== undefined) return once(c, client, body, given);
    const applied = await apply(c, client, body);
    return applied instanceof Response ? applied : told(c, applied.answer);
  });
  return app;
}

const told = (c: Context, answer: string, headers: Record<string, string> = {}) =>
  c.body(answer, 200, { 'content-type': 'application/json', ...headers });

const isJson = (c: Context): boolean =>
  /^application\/json *(;|$)/i.test(c.req.header('content-type') ?? '') &&
  (c.req.header('content-encoding') ?? 'identity') === 'identity';

/** Undefined where it is no JSON; what JSON can be is never undefined. */
function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
