import { expect, test } from 'vitest';
import { crash } from './crash.ts';

// The large one: npm run crash -- 200 5000
test('killed at random points: nothing lost, nothing told twice but what was in flight', {
  timeout: 180_000,
}, async () => {
  const kills = 12;
  const { lost, doubledDiscord, doubledSlack } = await crash(kills, 400);
  expect({ lost, doubledDiscord }).toEqual({ lost: 0, doubledDiscord: 0 });
  // Slack has no way to drop a message by its name: one for each channel at work at a kill, at the most.
  expect(doubledSlack).toBeLessThanOrEqual(kills * 2);
});
