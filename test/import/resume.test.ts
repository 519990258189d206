import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/database/open.ts';
import type { FileReport } from '../../src/incidents/import/file-report.ts';
import { fileOf } from './import-in.ts';
import { current } from './layouts/acled.ts';
import { gdelt } from './layouts/others.ts';
import { separated, times } from './layouts/write.ts';

const child = fileURLToPath(new URL('./resume-child.ts', import.meta.url));
const database = () => join(mkdtempSync(join(tmpdir(), 'sitrep-resume-')), 'sitrep.db');

/** Runs an import in a process of its own, killed after so many batches or left to its end. Its last line, if any. */
async function run(db: string, file: string, killAfter = Number.POSITIVE_INFINITY): Promise<FileReport | undefined> {
  const process_ = spawn(process.execPath, [child, db, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(process_, 'exit');
  let [batches, last] = [0, ''];
  for await (const line of createInterface({ input: process_.stdout })) {
    last = line;
    if (line === 'batch' && ++batches === killAfter) process_.kill('SIGKILL');
  }
  const [, signal] = await ended;
  expect(signal).toBe(killAfter === Number.POSITIVE_INFINITY ? null : 'SIGKILL');
  return last.startsWith('{') ? (JSON.parse(last) as FileReport) : undefined;
}

/** Every row of every table, the full text by what it finds. All are given the same clock, so instants stay in. */
async function dumpOf(file: string): Promise<Record<string, unknown[]>> {
  const db = await openDatabase(file);
  const tables = (
    await db.all(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'words%' AND name NOT LIKE 'sqlite_%'",
    )
  ).map((row) => String(row.name));
  const dump: Record<string, unknown[]> = {};
  for (const t of tables) dump[t] = (await db.all(`SELECT * FROM ${t}`)).map((row) => ({ ...row }));
  const found = 'SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid';
  const words = await Promise.all(
    ['number', 'rebels', 'attack', 'town'].map(async (word) =>
      (await db.all(found, word)).map((row) => Number(row.rowid)),
    ),
  );
  await db.close();
  return { ...dump, words };
}

test.each([
  [
    'incidents',
    separated(
      times(4000, (i) => (i % 1500 === 7 ? { ...current(i), event_type: 'nonsense', sub_event_type: '' } : current(i))),
    ),
  ],
  [
    'reports that join rows of many batches',
    separated(
      times(4000, (i) => ({ ...gdelt(i), f60: `https://news.example/a/rebels-and-police-fight-${i % 700}.html` })),
      '\t',
      { header: false },
    ),
  ],
])('%s: killed half-way, and again, it ends as one clean run does', { timeout: 60_000 }, async (_, content) => {
  const file = fileOf(content);
  const [clean, killed] = [database(), database()];
  const whole = await run(clean, file);
  await run(killed, file, 1);
  await run(killed, file, 1);
  const report = await run(killed, file);
  expect(report?.resumedAfter).toBeGreaterThan(1999);
  expect({ ...report, seconds: 0, resumedAfter: 0 }).toEqual({ ...whole, seconds: 0, resumedAfter: 0 });
  const dump = await dumpOf(clean);
  expect(dump.incident?.length).toBeGreaterThan(699);
  expect(await dumpOf(killed)).toEqual(dump);
});
