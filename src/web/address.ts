import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** An address that is not fetched; the message says why and what to do. */
export class AddressError extends Error {}

/** Which addresses may be fetched. */
export interface AddressPolicy {
  /** This machine and private networks too; plain http only where `http` says so. */
  local: boolean;
  http: boolean;
}

// Global unicast, as IANA has allotted it: 2000::/3. All else of IPv6 is local, mapped, translated or of no use here.
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

/** The parsed address. Throws AddressError where it may not be fetched; names are looked at again when they are resolved. */
export function checkAddress(text: string, reach: AddressPolicy): URL {
  const url = URL.parse(text);
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new AddressError(`“${text.slice(0, 80)}” is no web address. Write it like https://example.org/data.csv.`);
  if (url.protocol === 'http:' && !reach.http)
    throw new AddressError(`${url.host}: only https:// addresses are fetched.`);
  if (url.username || url.password)
    throw new AddressError(`${url.host}: an address with a user name or password in it is not fetched.`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!reach.local && ipaddr.isValid(host) && !isPublic(host)) throw refusal(host);
  return url;
}

type Resolve = typeof lookup;

/**
 * Resolves a name for a connection that is about to be made, and refuses names that point to a place which is not
 * public. What is looked at is what is connected to, so a name that changes its mind (DNS rebinding) gains nothing.
 */
export const guardedLookup =
  (reach: Pick<AddressPolicy, 'local'>, resolve: Resolve = lookup): LookupFunction =>
  (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '');
      if (!reach.local && found.some(({ address }) => !isPublic(address))) return done(refusal(host), '');
      const [first] = found;
      if (options.all || !first) return done(null, found);
      return done(null, first.address, first.family);
    });
  };
