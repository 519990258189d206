import { existsSync, mkdirSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Asked, askAll } from './asked.ts';
import { median, ms, quantile, table, times } from './figures.ts';
import { loadMade } from './made/load.ts';
import { madeQuestions } from './made/questions.ts';
import { duckDb } from './peers/duckdb.ts';
import { spentBy } from './spent.ts';
import type { Statement } from './traced.ts';

const folder = process.env.SITREP_BENCH_FOLDER ?? join(tmpdir(), 'sitrep-bench');

/** A file of made-up incidents, made where it is not there yet. */
export async function fileOf(count: number): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `made-${count}.db`);
  if (!existsSync(file)) {
    const started = performance.now();
    await (await loadMade(file, count, () => undefined)).close();
    const seconds = (performance.now() - started) / 1000;
    console.log(`${count} incidents loaded in ${seconds.toFixed(0)} s, ${Math.round(count / seconds)} a second`);
  }
  return file;
}

/** The statements that make the answer's figures and records; not the look-ups of versions and of what is rare. */
const ofAnswer = ({ sql }: Statement) => /incident i|total i|json/.test(sql);

export interface Measured extends Asked {
  duck: number;
}

/** DuckDB's work shared by all cores, which is the best it can do. */
async function beside(file: string, asked: readonly Asked[]): Promise<Measured[]> {
  const duck = await duckDb(file);
  const all: Measured[] = [];
  for (const one of asked) {
    const own = one.statements.filter(ofAnswer);
    const work = await spentBy(() => duck.run(own), 'process').catch((error: Error) => said(one, error));
    all.push({ ...one, duck: work / availableParallelism() });
  }
  duck.close();
  return all;
}

function said({ text }: Asked, error: Error): number {
  console.log(`DuckDB cannot run the SQL of “${text}”: ${error.message.split('\n')[0]}`);
  return Number.NaN;
}

function rowOf(name: string, all: readonly Measured[]): string[] {
  const of = (key: 'whole' | 'understanding' | 'composing' | 'bare') => median(all.map((one) => one[key]));
  const known = all.filter((one) => !Number.isNaN(one.duck));
  return [
    name,
    String(all.length),
    ms(of('whole')),
    ms(
      quantile(
        all.map((one) => one.whole),
        0.95,
      ),
    ),
    ms(of('understanding')),
    ms(of('bare')),
    ms(of('composing')),
    times(of('whole') / of('bare')),
    times(median(known.map((one) => one.duck)) / median(known.map((one) => one.whole))),
  ];
}

const head = [
  'family',
  'questions',
  'median',
  'p95',
  'understanding',
  'bare SQL',
  'the rest',
  'whole / bare',
  'DuckDB / whole',
];

/** Every family of questions at one size, in milliseconds, with the peers in the same run. */
export async function measure(count: number, each: number): Promise<Measured[]> {
  const file = await fileOf(count);
  const asked = await askAll(file, madeQuestions(each));
  const all = await beside(file, asked);
  const families = [...Map.groupBy(all, (one) => one.family)].map(([name, own]) => rowOf(name, own));
  const size = Math.round(statSync(file).size / 1e6);
  console.log(`\n${count.toLocaleString('en-GB')} incidents, ${size} MB; milliseconds of work, medians\n`);
  console.log(table(head, [...families, rowOf('all', all)]));
  return all;
}
