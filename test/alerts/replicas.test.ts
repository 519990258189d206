import { expect, test } from 'vitest';
import { replicate } from './replicas.ts';

// The large one: npm run replicas
test('two replicas, killed at random: nothing lost, nothing told twice, each channel in order', {
  timeout: 120_000,
}, async () => {
  const load = { replicas: 2, channels: 20, questions: 40, atOnce: 4, incidents: 100, kills: 2, lease: 6000 };
  expect(await replicate(load)).toMatchObject({
    alertsLost: 0,
    alertsTwice: 0,
    outOfOrder: 0,
    questionsLost: 0,
    questionsTwice: 0,
    questionsWrong: 0,
  });
});
