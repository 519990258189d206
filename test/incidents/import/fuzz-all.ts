import { fuzz } from './fuzz.ts';
import { layouts } from './layouts/index.ts';

// npm run fuzz [-- files an importer [seed]]: broken files for every importer, over all its layouts.
const [files = 10_000, seed = 1] = process.argv.slice(2).map(Number);
let wrong = 0;
for (const [format, list] of Object.entries(Object.groupBy(layouts, (l) => l.format))) {
  const sum = { files: 0, read: 0, rows: 0, rejected: 0, refused: 0, proposed: 0, wrong: 0 };
  for (const layout of list) {
    const one = await fuzz(layout, Math.ceil(files / list.length), seed);
    for (const key of ['files', 'read', 'rows', 'rejected', 'refused', 'proposed'] as const) sum[key] += one[key];
    sum.wrong += one.wrong.length;
    for (const words of one.wrong.slice(0, 3)) console.error(`${layout.name}, ${words}`);
  }
  wrong += sum.wrong;
  console.log(`${format}: ${JSON.stringify(sum)}`);
}
process.exitCode = wrong ? 1 : 0;
