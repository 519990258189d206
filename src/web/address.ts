import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { cut } from '../kernel/cut.ts';

/** An address that may not be fetched; the message says why and what to do. */
export class AddressError extends Error {}

/** Which addresses may be fetched. */
export interface AddressPolicy {
  /** Also this machine and private networks. */
  local: boolean;
  /** Also http://. */
  http: boolean;
}

// Global unicast as allocated by IANA: 2000::/3. The rest of IPv6 is local, mapped, translated or unused.
const globalUnicast = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/** Whether an IP address belongs to the public internet: neither private, loopback, link-local, shared, mapped nor reserved. */
export function isPublic(ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false;
  const address = ipaddr.process(ip);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || (address as ipaddr.IPv6).match(globalUnicast);
}

const refusal = (host: string) =>
  new AddressError(
    `${host} is on this machine or in a private network; only public addresses are fetched. SITREP_ALLOW_LOCAL=1 permits it.`,
  );

/** Parses an address. Throws AddressError where it may not be fetched; host names are checked by `guardedLookup` when they are resolved. */
export function checkAddress(text: string, policy: AddressPolicy): URL {
  const url = URL.parse(text);
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new AddressError(`“${cut(text, 80)}” is not a web address, e.g. https://example.org/data.csv.`);
  if (url.protocol === 'http:' && !policy.http)
    throw new AddressError(`${url.host}: only https:// addresses are fetched.`);
  if (url.username || url.password)
    throw new AddressError(`${url.host}: addresses with a user name or password are not fetched.`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!policy.local && ipaddr.isValid(host) && !isPublic(host)) throw refusal(host);
  return url;
}

type Resolve = typeof lookup;

/**
 * A lookup for connections that refuses host names which resolve to an address that is not public. The address that is
 * checked is the one that is connected to, so DNS rebinding gains nothing.
 */
export const guardedLookup =
  ({ local }: Pick<AddressPolicy, 'local'>, resolve: Resolve = lookup): LookupFunction =>
  (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '');
      if (!local && found.some(({ address }) => !isPublic(address))) return done(refusal(host), '');
      const [first] = found;
      if (options.all || !first) return done(null, found);
      return done(null, first.address, first.family);
    });
  };
