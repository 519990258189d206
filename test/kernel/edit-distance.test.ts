import { expect, test } from 'vitest';
import { editDistance } from '../../src/kernel/edit-distance.ts';

test.each([
  ['mosul', 'mosul', 0],
  ['mosul', 'mosol', 1],
  ['mosul', 'mosull', 1],
  ['mosul', 'mousl', 1],
  ['attakcs', 'attacks', 1],
  ['governorate', 'govrnorat', 2],
  ['mosul', 'msolu', 2],
  ['mosul', 'aleppo', 3],
  ['kirkuk', 'kirkukprovince', 3],
])('%s and %s are %i letters apart, or more than can be told', (a, b, letters) => {
  expect(editDistance(a, b, 2)).toBe(letters);
  expect(editDistance(b, a, 2)).toBe(letters);
});
