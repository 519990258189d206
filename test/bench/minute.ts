import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliDecompressSync } from 'node:zlib';
import { table, times } from './figures.ts';

// The first minute: import of the sample, first and later answers, as the program runs them. `--against FOLDER`: also in
// a checkout of another revision, in the same run.
const { values } = parseArgs({ options: { against: { type: 'string' } } });
const sample = resolve('data/ucdp-ged.csv.br');
const question = 'who claimed the convoy attack near Samawah?';

/** Says at the end what a process has taken. */
const told = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write('\\nTAKEN ' + JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, mb: maxRSS / 1024 }));
})`;
const hook = `data:text/javascript,${encodeURIComponent(told)}`;

interface Taken {
  cpu: number;
  mb: number;
  seconds: number;
}

function run(checkout: string, folder: string, ...args: string[]): Taken {
  const started = performance.now();
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', hook, '--max-semi-space-size=8', 'src/server/start.js', ...args],
    {
      cwd: checkout,
      env: { ...process.env, SITREP_DB: join(folder, 'sitrep.db'), XDG_DATA_HOME: folder },
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr.slice(-500)}`);
  const seconds = (performance.now() - started) / 1000;
  return { ...(JSON.parse(stderr.split('TAKEN ')[1] ?? '') as Omit<Taken, 'seconds'>), seconds };
}

const inFolder = <T>(work: (folder: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-minute-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** A plain table, so that a revision that knows no `sample` imports the same. */
const csv = join(mkdtempSync(join(tmpdir(), 'sitrep-table-')), 'ged.csv');
writeFileSync(csv, brotliDecompressSync(readFileSync(sample)));

const measured = (checkout: string) => ({
  'import of 65,076 rows': inFolder((folder) => run(checkout, folder, 'import', csv)),
  ...inFolder((folder) => {
    const first = run(checkout, folder, 'ask', question);
    // The index of names is there when its builder has ended.
    for (let n = 0; n < 240 && !globSync(join(folder, 'names-*.index')).length; n++) spawnSync('sleep', ['0.5']);
    return { 'first answer': first, 'later answer': run(checkout, folder, 'ask', question) };
  }),
});

const [now, before] = [measured('.'), values.against ? measured(values.against) : undefined];
const shown = ({ cpu, seconds, mb }: Taken) => [cpu.toFixed(1), seconds.toFixed(1), mb.toFixed(0)];
console.log(
  table(
    [
      '',
      'processor, s',
      'elapsed, s',
      'MB at most',
      ...(before ? ['before: processor', 'elapsed', 'MB', 'elapsed, ratio'] : []),
    ],
    Object.entries(now).map(([name, taken]) => {
      const old = before?.[name as keyof typeof now];
      return [name, ...shown(taken), ...(old ? [...shown(old), `${times(old.seconds / taken.seconds)}`] : [])];
    }),
  ),
);
console.log(`first / later: ${times(now['first answer'].seconds / now['later answer'].seconds)}`);
