import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createPictureRenderer } from '../../src/answers/drawing/renderer.ts';
import { cases } from '../answers/pictures/cases.ts';

// What a picture costs, beside the event loop: node test/bench/pictures.ts
const pictures = createPictureRenderer({ patience: 60_000 });
const timed = async ([, drawing]: (typeof cases)[number], theme: 'light' | 'dark') => {
  const start = performance.now();
  await pictures.draw(drawing, theme);
  return { kind: drawing.kind, ms: performance.now() - start };
};
const [first = cases[0]] = cases;
if (!first) throw new Error('no cases');
const start = await timed(first, 'light');
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const before = process.cpuUsage();
const all: { kind: string; ms: number }[] = [];
for (const one of cases) for (const theme of ['light', 'dark', 'light'] as const) all.push(await timed(one, theme));
delay.disable();
const { user, system } = process.cpuUsage(before);
await pictures.close();

const at = (some: typeof all, share: number) =>
  some
    .map((t) => t.ms)
    .toSorted((a, b) => a - b)
    [Math.floor((some.length - 1) * share)]?.toFixed(0);
console.log(`the first, with the thread: ${start.ms.toFixed(0)} ms`);
for (const kind of ['chart', 'map', undefined]) {
  const some = all.filter((t) => kind === undefined || t.kind === kind);
  console.log(
    `${(kind ? `${kind}s` : 'all').padEnd(7)} ${some.length} pictures: median ${at(some, 0.5)} ms, p95 ${at(some, 0.95)} ms`,
  );
}
console.log(`processor time ${((user + system) / 1000 / all.length).toFixed(0)} ms a picture`);
console.log(`event loop held up at most ${(delay.max / 1e6).toFixed(0)} ms`);
