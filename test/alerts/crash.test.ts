import { expect, test } from 'vitest';
import { crash } from './crash.ts';

// The large one: npm run crash -- 200 5000
test('killed at random points: nothing lost, nothing told twice', {
  timeout: 180_000,
}, async () => {
  const kills = 6;
  const { lost, doubledDiscord, doubledSlack } = await crash(kills, 200);
  expect({ lost, doubledDiscord, doubledSlack }).toEqual({ lost: 0, doubledDiscord: 0, doubledSlack: 0 });
});
