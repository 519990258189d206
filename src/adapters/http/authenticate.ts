import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Client } from './clients.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();
/** Whether two strings are equal, in constant time. */
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

/** Seconds that a signature's time may differ from ours. */
const window = 5 * 60;

type Headers = (name: string) => string | undefined;

/** The client with the token; undefined when there is none. Compares all clients, so that the time reveals nothing. */
export function findClientByToken(clients: readonly Client[], token: string): Client | undefined {
  const found = clients.filter((client) => client.token !== undefined && same(client.token, token));
  return found[0];
}

/** A signed message: its id, its time in seconds since 1970, and its signatures. The body is signed with them. */
export interface SignatureHeaders {
  id: string;
  time: number;
  signatures: string[];
}

/** Reads the headers of Standard Webhooks (https://www.standardwebhooks.com); undefined when one is missing or malformed. */
export function readSignatureHeaders(header: Headers): SignatureHeaders | undefined {
  const [id, time, signatures] = [header('webhook-id'), header('webhook-timestamp'), header('webhook-signature')];
  if (!id || !/^\d{1,12}$/.test(time ?? '') || !signatures) return undefined;
  return { id, time: Number(time), signatures: signatures.split(' ').slice(0, 10) };
}

/**
 * The client that signed the body; undefined when none did, or when the time is more than five minutes from `now`
 * (milliseconds since 1970).
 */
export function findClientBySignature(
  clients: readonly Client[],
  { id, time, signatures }: SignatureHeaders,
  body: Uint8Array,
  now: number,
): Client | undefined {
  const found = clients.filter(({ secret }) => {
    if (secret === undefined) return false;
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    const expected = `v1,${createHmac('sha256', key).update(`${id}.${time}.`).update(body).digest('base64')}`;
    return signatures.filter((signature) => same(signature, expected)).length > 0;
  });
  return Math.abs(now / 1000 - time) <= window ? found[0] : undefined;
}
