import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import type { Measured } from './engine.ts';
import { median, ms, quantile, table, times } from './figures.ts';
import { scanOver } from './peers/scan.ts';
import { startUp } from './peers/shell.ts';

const program = new URL('held.ts', import.meta.url).pathname;

/** Megabytes of the program itself at its start and at most, in a process of its own without the peers. */
function heldOver(file: string, each: number): { begun: number; most: number } {
  // The young generation is kept as small as "npm start" keeps it.
  return JSON.parse(String(execFileSync(process.execPath, ['--max-semi-space-size=8', program, file, String(each)])));
}

const head = [
  'incidents',
  'file, MB',
  'median, ms',
  'p95, ms',
  'SQL, ms',
  'DuckDB / whole',
  'a count, ms',
  'a scan of typed arrays, ms',
  'memory at the start, MB',
  'at most, MB',
  'first answer on the command line, ms',
];

/** One size beside the others. */
export async function grownTo(size: number, file: string, asked: readonly Measured[], each: number): Promise<string[]> {
  const whole = asked.map((one) => one.whole);
  const known = asked.filter((one) => !Number.isNaN(one.duck));
  const counts = asked.filter((one) => one.family === 'count').map((one) => one.whole);
  const held = heldOver(file, each);
  return [
    size.toLocaleString('en-GB'),
    Math.round(statSync(file).size / 1e6).toLocaleString('en-GB'),
    ms(median(whole)),
    ms(quantile(whole, 0.95)),
    ms(median(asked.map((one) => one.bare))),
    times(median(known.map((one) => one.duck)) / median(known.map((one) => one.whole))),
    ms(median(counts)),
    ms(await scanOver(file)),
    String(held.begun),
    String(held.most),
    Math.round(startUp(file)).toLocaleString('en-GB'),
  ];
}

export const growthTable = (rows: readonly (readonly string[])[]): string => table(head, rows);
