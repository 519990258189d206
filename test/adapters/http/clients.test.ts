import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readClients } from '../../../src/adapters/http/clients.ts';

const folder = mkdtempSync(join(tmpdir(), 'sitrep-clients-'));
const token = 'a-token-of-the-newsroom-0123456789abcdef';
const fileOf = (yaml: string) => {
  const file = join(folder, 'push.yaml');
  writeFileSync(file, yaml);
  return file;
};
const one = (id: string, more: string) =>
  `- dataset: { id: ${id}, name: Newsroom, licence: internal, citation: Newsroom }\n  ${more}\n`;

test('clients with a token, a secret, or both', () => {
  const secret = `whsec_${Buffer.alloc(24).toString('base64')}`;
  const read = readClients(fileOf(one('a', `token: ${token}`) + one('b', `secret: ${secret}`)));
  expect(read.map((c) => [c.dataset.id, c.token, c.secret])).toEqual([
    ['a', token, undefined],
    ['b', undefined, secret],
  ]);
});

test.each<[string, string, RegExp]>([
  ['a short token', one('a', 'token: short'), /0\.token: must have at least 32 characters/],
  ['neither', one('a', ''), /needs a token or a secret/],
  ['the same dataset twice', one('a', `token: ${token}`) + one('a', `token: ${token}x`), /same dataset/],
  ['the same token twice', one('a', `token: ${token}`) + one('b', `token: ${token}`), /same token/],
  ['a name nobody knows', one('a', `tokn: ${token}`), /tokn/],
  ['no secret', one('a', 'secret: hunter2hunter2hunter2hunter2hunter2'), /not a secret: whsec_/],
  ['no list', 'x: 1', /the list/],
  ['no YAML', `- "${token}`, /SITREP_PUSH/],
])('%s is refused with its place and without a token', (_, yaml, words) => {
  const read = () => readClients(fileOf(yaml));
  expect(read).toThrow(words);
  expect(read).not.toThrow(new RegExp(`${token}|hunter2`));
});

test('a file that is not there is named', () => {
  expect(() => readClients('/nowhere/push.yaml')).toThrow(/nowhere\/push\.yaml does not exist/);
});
