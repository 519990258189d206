import { expect, test } from 'vitest';
import { truncate } from '../../src/adapters/truncate.ts';

test.each([
  ['what fits just so', 'x'.repeat(20), 'x'.repeat(20)],
  ['one letter too many', 'x'.repeat(21), `${'x'.repeat(13)}… (cut)`],
  ['not in the middle of a character', `${'x'.repeat(12)}💥${'x'.repeat(9)}`, `${'x'.repeat(12)}… (cut)`],
  ['after a whole one', `${'x'.repeat(11)}💥${'x'.repeat(9)}`, `${'x'.repeat(11)}💥… (cut)`],
  ['no blank before the mark', `${'x'.repeat(12)} ${'x'.repeat(9)}`, `${'x'.repeat(12)}… (cut)`],
])('at most twenty letters: %s', (_, text, cut) => expect(truncate(text, 20)).toBe(cut));

test('not even the mark is longer than may be', () => expect(truncate('x'.repeat(9), 3)).toBe('… ('));
