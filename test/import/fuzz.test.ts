import { expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';
import { layouts } from './layouts/index.ts';

// The large one: npm run fuzz
test.each(layouts.map((l) => [l.name, l] as const))(
  '%s, broken in many ways: every row is accounted for',
  async (_, layout) => {
    const { read, refused, wrong } = await fuzz(layout, 40);
    expect(wrong).toEqual([]);
    expect(read + refused).toBe(40);
  },
);
