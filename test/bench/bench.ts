import { spawnSync } from 'node:child_process';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { Asked } from './asked.ts';
import { fileOf, measure } from './engine.ts';
import { median, ms, times } from './figures.ts';
import { grownTo, growthTable } from './growth.ts';
import { madeQuestions } from './made/questions.ts';
import { fuseOver } from './peers/fuse.ts';
import { importRates } from './peers/shell.ts';

// Questions over made-up incidents at several sizes, with the peers in the same run: npm run bench -- --quick
const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, sizes: { type: 'string' }, each: { type: 'string' } },
});
const sizes =
  values.sizes?.split(',').map(Number) ?? (values.quick ? [10_000] : [65_000, 300_000, 1_000_000, 3_000_000]);
const each = Number(values.each ?? (values.quick ? 3 : 14));
const fused = values.quick ? 10_000 : 100_000;

const memory = Math.round(totalmem() / 2 ** 30);
console.log(`Node ${process.version}, ${availableParallelism()} cores, ${memory} GB of memory`);

const growth: string[][] = [];
const measured = new Map<number, Asked[]>();
for (const size of sizes) {
  const asked = await measure(size, each);
  measured.set(size, asked);
  growth.push(await grownTo(size, await fileOf(size), asked, each));
}
console.log('\nHow it grows\n');
console.log(growthTable(growth));

const texts = madeQuestions(1).map((one) => one.text);
const plain = fuseOver(fused, texts.slice(0, 3));
const same = measured.get(fused) ?? (await measure(fused, 3));
const ours = median(same.map((one) => one.whole));
console.log(
  `\nfuse.js over ${fused.toLocaleString('en-GB')} objects: ${ms(plain)} ms a question, ${times(plain / ours)} of Sitrep's ${ms(ours)} ms`,
);

const rates = await importRates(tmpdir(), values.quick ? 5000 : 50_000);
const said = (n: number | undefined) =>
  n === undefined ? 'no sqlite3 shell here' : Math.round(n).toLocaleString('en-GB');
console.log(
  `\nImport, rows a second: ${said(rates.ours)} with full text, log and indexes; sqlite3 .import of plain columns: ${said(rates.shell)}`,
);

// The other benches print for themselves.
for (const other of values.quick ? ['dates.ts'] : ['minute.ts', 'matching.ts', 'alerts.ts', 'dates.ts']) {
  console.log(`\n${other}\n`);
  spawnSync(process.execPath, ['--expose-gc', new URL(other, import.meta.url).pathname], { stdio: 'inherit' });
}
