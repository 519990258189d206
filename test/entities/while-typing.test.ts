import { beforeAll, expect, test } from 'vitest';
import { type Autocomplete, createAutocomplete } from '../../src/app/autocomplete.ts';
import { countryRows } from '../../src/entities/gazetteer/countries.ts';
import { curatedRows } from '../../src/entities/gazetteer/sites.ts';
import { botOver, shippedStore } from '../support/world.ts';

let suggest: Autocomplete;
beforeAll(async () => {
  suggest = createAutocomplete(await botOver(await shippedStore()));
});

const labels = async (typed: string) => (await suggest('place', typed)).map(({ label }) => label);
/** "Sahel", "Iraq (country), 12 incidents" */
const isOf = (name: string) => (label: string) =>
  label === name || label.startsWith(`${name} (`) || label.startsWith(`${name}, `);

test.each([
  ['Sahel', 'Sahel'],
  ['Africa', 'Africa'],
  ['Euro', 'Europe'],
  ['lake chad b', 'Lake Chad basin'],
  ['abye', 'Abyei'],
  ['Donb', 'Donbas, Ukraine'],
  ['Libreville', 'Libreville, Gabon'],
])('who types “%s” is offered “%s”', async (typed, name) => {
  expect((await labels(typed)).some(isOf(name))).toBe(true);
});

const parts = curatedRows.filter(({ level }) => level !== 'site');
const names = [...parts, ...countryRows].flatMap((row) => [row.name, ...row.names]);

test('every name of a region, a part of the world or a country is typed without a fault', async () => {
  for (const name of new Set(names)) expect(await suggest('place', name), name).toBeInstanceOf(Array);
});

test('every region and part of the world is offered by its name', async () => {
  for (const { name } of parts) {
    expect((await labels(name)).some(isOf(name)), name).toBe(true);
  }
});

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const longer = (all: string[]) => all.flatMap((one) => letters.map((letter) => one + letter));

test('every one, two or three letters are, and four with which such a name begins', async () => {
  const two = longer(letters);
  const four = names.map((name) => name.toLowerCase().slice(0, 4)).filter((start) => /^[a-z]{4}$/.test(start));
  for (const typed of new Set([...letters, ...two, ...longer(two), ...four]))
    expect((await suggest('place', typed)).length, typed).toBeLessThanOrEqual(25);
  for (const typed of [...letters, ...two])
    expect((await suggest('actor', typed)).length, typed).toBeLessThanOrEqual(25);
});

const strange = [
  '',
  '   ',
  'ا',
  'الع',
  'الساحل',
  'أفريقيا',
  'Сахель',
  '非洲',
  '💥',
  '🇮🇶',
  '👩‍🚀 in Iraq',
  '\ud800',
  'a\u0000b',
  '\u202eqarI',
  "x'; DROP TABLE place; --",
  '%',
  '_',
  '*?[',
  '"',
  '\\',
  '(',
  '<!channel>',
  '__proto__',
  'constructor',
  'ﷺ',
  'z'.repeat(6000),
  'é'.repeat(6000),
];

test.each(['place', 'actor', 'type', 'incident', 'no such kind'])(
  'strange letters are typed for a %s',
  async (kind) => {
    for (const typed of strange)
      expect((await suggest(kind, typed)).length, JSON.stringify(typed).slice(0, 40)).toBeLessThanOrEqual(25);
  },
);
