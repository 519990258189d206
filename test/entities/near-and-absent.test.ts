import { describe, expect, test } from 'vitest';
import { deletionIndex, deletionTable } from '../../src/entities/deletion-index.ts';
import { nameFilter, nameFilterBytes } from '../../src/entities/gazetteer/name-filter.ts';
import { editDistance } from '../../src/kernel/edit-distance.ts';
import { names, over } from './linker-over.ts';

let seed = 5;
function below(n: number): number {
  seed = (seed * 1664525 + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * n);
}
const letters = 'aeiklmnrst';
const word = () => Array.from({ length: 2 + below(10) }, () => letters[below(letters.length)]).join('');

describe('a filter of names', () => {
  const held = Array.from({ length: 20_000 }, word);
  const mayHave = nameFilter(nameFilterBytes(held));
  test('lets through every name it was made of', () => expect(held.every(mayHave)).toBe(true));
  test('and hardly any other', () => {
    const others = Array.from({ length: 20_000 }, (_, i) => `${word()} ${i}`);
    expect(others.filter(mayHave).length).toBeLessThan(300);
  });
});

describe('words some edits away', () => {
  const words = [...new Set(Array.from({ length: 1500 }, word))];
  const index = deletionIndex(
    words,
    deletionTable(words, () => 2),
  );
  test.each([0, 1, 2])('%i are those that comparing with every word finds', (edits) => {
    for (let i = 0; i < 150; i++) {
      const text = word();
      const expected = words.filter((w) => editDistance(text, w, edits) <= edits);
      const found = index.near(text, edits).map((hit) => words[hit.index]);
      expect(found.toSorted()).toEqual(expected.toSorted());
    }
  });
});

test('an exact look-up of spans that are no names finds nothing, and of a name with an article or a kind the place', () => {
  over([['place', 'Wadi Zorqat', 3]]);
  for (let i = 0; i < 500; i++) expect(names.places(`${word()} qx ${word()}`, { exact: true })).toEqual([]);
  for (const said of ['wadi zorqat', 'the Wadi  Zorqat', 'Wadi al-Zorqat', 'Wadi Zorqat town', 'WADI ZORQĀT'])
    expect(names.places(said, { exact: true })[0]?.name).toBe('Wadi Zorqat');
});
