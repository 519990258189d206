import { expect, test } from 'vitest';
import { staleWhileRevalidate } from '../../../src/incidents/workers/stale-while-revalidate.ts';

/** Data whose counting ends when the test says so. */
function counted(most: number) {
  let version = 1;
  let counts = 0;
  let gate = Promise.withResolvers<void>();
  const ask = staleWhileRevalidate(
    async (since) => version > since,
    async () => {
      counts++;
      const at = version;
      await gate.promise;
      return { version: at };
    },
    most,
  );
  return {
    ask,
    change: () => {
      version++;
      gate = Promise.withResolvers();
    },
    finish: () => gate.resolve(),
    fail: () => gate.reject(new Error('disk')),
    counts: () => counts,
  };
}

test('the first asker waits; who asks again without a change has the same, and nothing is counted', async () => {
  const data = counted(0);
  data.finish();
  const first = await data.ask();
  expect(await data.ask()).toBe(first);
  expect(data.counts()).toBe(1);
});

test('while it is counted anew the last one is told, and then the new one', async () => {
  const data = counted(5);
  data.finish();
  await data.ask();
  data.change();
  expect(await Promise.all([data.ask(), data.ask()])).toEqual([{ version: 1 }, { version: 1 }]);
  data.finish();
  await expect.poll(data.ask).toEqual({ version: 2 });
  expect(data.counts()).toBe(2);
});

test('what is counted quickly is waited for', async () => {
  const data = counted(60_000);
  data.finish();
  await data.ask();
  data.change();
  const asked = data.ask();
  data.finish();
  expect(await asked).toEqual({ version: 2 });
});

test('a change during the counting is counted after it', async () => {
  const data = counted(60_000);
  data.finish();
  await data.ask();
  data.change();
  const asked = data.ask();
  await expect.poll(data.counts).toBe(2);
  data.finish();
  data.change();
  data.finish();
  expect(await asked).toEqual({ version: 2 });
  expect(await data.ask()).toEqual({ version: 3 });
});

test('an error is told to who waits, and the next one tries again', async () => {
  const data = counted(60_000);
  const asked = data.ask();
  data.fail();
  await expect(asked).rejects.toThrow('disk');
  data.change();
  data.finish();
  expect(await data.ask()).toEqual({ version: 2 });
});
