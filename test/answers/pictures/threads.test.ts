import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pngOf } from '../../../src/answers/drawing/draw.ts';
import { createPictureRenderer, PictureError } from '../../../src/answers/drawing/renderer.ts';
import { until } from '../../support/until.ts';
import { cases } from './cases.ts';

/** Threads since the test began: "open" until they have ended. */
const threads = new Map<Worker, 'open' | 'ended'>();
const noted = (thread: Worker) => {
  threads.set(thread, 'open');
  thread.once('exit', () => threads.set(thread, 'ended'));
};
beforeEach(() => {
  threads.clear();
  process.on('worker', noted);
});
afterEach(() => {
  process.off('worker', noted);
});
const ended = () => [...threads.values()].filter((state) => state === 'ended').length;

const drawing = cases.find(([name]) => name === 'two sides')?.[1];
if (!drawing) throw new Error('no case');

test('pictures asked for all at once come from thread after thread, and every one arrives', async () => {
  const pictures = createPictureRenderer({ perThread: 2, patience: 60_000 });
  const there = await Promise.all(Array.from({ length: 7 }, () => pictures.draw(drawing, 'light')));
  const here = Buffer.from(await pngOf(drawing, 'light'));
  expect(there.map((png) => here.equals(png))).toEqual(Array(7).fill(true));
  expect(threads.size).toBeGreaterThan(2);
  await until(() => ended() === threads.size - 1, 'one thread alone');
  await pictures.close();
  expect(ended()).toBe(threads.size);
});

test('one after another, the next thread is there before the next picture is asked for', async () => {
  const pictures = createPictureRenderer({ perThread: 2, patience: 60_000 });
  for (let n = 0; n < 2; n++) await pictures.draw(drawing, 'light');
  await until(() => ended() === 1 && threads.size === 2, 'the next thread');
  await pictures.draw(drawing, 'light');
  expect(threads.size).toBe(2);
  await pictures.close();
});

test('where a thread is lost with the picture it draws, the one that waits behind it arrives', async () => {
  const pictures = createPictureRenderer({ patience: 30_000 });
  process.once('worker', (thread) =>
    thread.once('message', () => setImmediate(() => thread.emit('error', new Error('out of memory')))),
  );
  const [lost, next] = await Promise.allSettled([pictures.draw(drawing, 'light'), pictures.draw(drawing, 'light')]);
  expect(lost).toMatchObject({ status: 'rejected', reason: expect.any(PictureError) });
  expect(next.status).toBe('fulfilled');
  await pictures.close();
});
