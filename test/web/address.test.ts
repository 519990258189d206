import type { lookup } from 'node:dns';
import { expect, test } from 'vitest';
import { checkAddress, guardedLookup, isPublic } from '../../src/web/address.ts';

test.each(['8.8.8.8', '93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'])('%s is public', (ip) =>
  expect(isPublic(ip)).toBe(true),
);

test.each([
  '127.0.0.1',
  '127.255.255.254',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  'fe80::1',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '::ffff:10.0.0.1',
  '::ffff:8.8.8.8.8',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:db8::1',
  'nonsense',
])('%s is not public', (ip) => expect(isPublic(ip)).toBe(false));

test.each([
  ['ftp://example.org/x', /not a web address/],
  ['example.org', /not a web address/],
  ['javascript:alert(1)', /not a web address/],
  ['http://example.org/x', /only https/],
  ['https://user:word@example.org/', /user name or password/],
  ['https://10.0.0.1/', /private network/],
  ['https://0x0a000001/', /private network/],
  ['https://[fd00::1]/', /private network/],
])('%s is refused', (address, words) => {
  expect(() => checkAddress(address, { local: false, http: false })).toThrow(words);
});

/** Answers with one address after another, as a name that changes its mind does. */
const resolving =
  (...found: string[][]) =>
  (_host: string, _options: object, done: (error: null, found: { address: string; family: number }[]) => void) =>
    done(
      null,
      (found.shift() ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

const ask = (resolve: unknown, options: object = {}) =>
  new Promise((done) =>
    guardedLookup({ local: false }, resolve as typeof lookup)('example.org', options as never, (error, address) =>
      done(error?.message ?? address),
    ),
  );

test('a name is looked at each time it is resolved: one that changes its mind is refused', async () => {
  const resolve = resolving(['93.184.216.34'], ['127.0.0.1']);
  expect(await ask(resolve)).toBe('93.184.216.34');
  expect(await ask(resolve)).toMatch(/example\.org is on this machine or in a private network/);
});

test('one private address among public ones is enough to refuse', async () => {
  expect(await ask(resolving(['93.184.216.34', '10.0.0.1']), { all: true })).toMatch(/private network/);
});
