import { expect, test } from 'vitest';
import { load } from './load.ts';

// `npm run siege` asks 10,000.
test('120 hostile texts in Slack: no error, no ping', async () => {
  const { failed, pings, unanswered } = await load(120, 7);
  expect({ failed, pings }).toEqual({ failed: [], pings: 0 });
  expect(unanswered.filter((text) => /[a-z]{3}/i.test(text))).toEqual([]);
});
