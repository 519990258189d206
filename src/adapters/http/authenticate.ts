import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Client } from './clients.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();
/** Takes as long whatever is given. */
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

/** How far a signature's time may lie from ours, in seconds. */
const window = 5 * 60;

type Headers = (name: string) => string | undefined;

/** Whose token it is. Every client is looked at, so that the time tells nothing. */
export function findClientByToken(clients: readonly Client[], shown: string): Client | undefined {
  const found = clients.filter(({ token }) => token !== undefined && same(token, shown));
  return found[0];
}

/** What is signed: the id of the message, the time in seconds, and the body. */
export interface SignatureHeaders {
  id: string;
  time: number;
  signatures: string[];
}

/** The headers of Standard Webhooks (https://www.standardwebhooks.com); undefined when they are not all there. */
export function readSignatureHeaders(header: Headers): SignatureHeaders | undefined {
  const [id, time, signatures] = [header('webhook-id'), header('webhook-timestamp'), header('webhook-signature')];
  if (!id || !/^\d{1,12}$/.test(time ?? '') || !signatures) return undefined;
  return { id, time: Number(time), signatures: signatures.split(' ').slice(0, 10) };
}

/** Whose signature it is; undefined when it is nobody's, or too old or from the future. `now`: milliseconds since 1970. */
export function findClientBySignature(
  clients: readonly Client[],
  { id, time, signatures }: SignatureHeaders,
  body: Uint8Array,
  now: number,
): Client | undefined {
  const found = clients.filter(({ secret }) => {
    if (secret === undefined) return false;
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    const meant = `v1,${createHmac('sha256', key).update(`${id}.${time}.`).update(body).digest('base64')}`;
    return signatures.filter((signature) => same(signature, meant)).length > 0;
  });
  return Math.abs(now / 1000 - time) <= window ? found[0] : undefined;
}
