import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { madeIncidents } from '../made/incidents.ts';
import { loadMade } from '../made/load.ts';

const shellProgram = 'sqlite3';
const quoted = (value: unknown) => `"${String(value ?? '').replaceAll('"', '""')}"`;

/** Rows a second: the store's own way in with its full text, log and indexes, and the sqlite3 shell's plain `.import`. */
export async function importRates(folder: string, count: number): Promise<{ ours: number; shell: number | undefined }> {
  const [file, csv, plain] = ['own.db', 'made.csv', 'plain.db'].map((name) => `${folder}/import-${name}`) as [
    string,
    string,
    string,
  ];
  const remove = () => {
    for (const path of [file, csv, plain]) for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  };
  remove();
  let started = performance.now();
  await (await loadMade(file, count, () => undefined)).close();
  const ours = count / ((performance.now() - started) / 1000);
  if (spawnSync(shellProgram, ['--version']).status !== 0) return { ours, shell: undefined };
  const lines = [...madeIncidents(count)].map(({ id, summary, when, where, eventTypes, actors }) =>
    [
      id,
      when.start,
      where.country,
      where.admin1,
      where.place,
      where.lat,
      where.lon,
      eventTypes[0],
      actors[0]?.actor,
      summary,
    ]
      .map(quoted)
      .join(','),
  );
  writeFileSync(csv, lines.join('\n'));
  started = performance.now();
  execFileSync(shellProgram, [
    plain,
    'CREATE TABLE made (id, day, country, admin1, place, lat, lon, type, actor, summary)',
    `.import --csv ${csv} made`,
  ]);
  const shell = count / ((performance.now() - started) / 1000);
  remove();
  return { ours, shell };
}

const program = new URL('../../../src/server/start.js', import.meta.url).pathname;

/** Milliseconds from the command to its answer on the command line, the best of five. */
export function startUp(file: string): number {
  const once = () => {
    const started = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [program, 'ask', '--db', file, 'latest attacks in Iraq']);
    if (status !== 0) throw new Error(String(stderr));
    return performance.now() - started;
  };
  once();
  return Math.min(...Array.from({ length: 5 }, once));
}
