import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Row } from '../../../src/database/database.ts';
import { openDatabase } from '../../../src/database/open.ts';
import type { FileReport } from '../../../src/incidents/import/file-report.ts';
import { engine, freshName } from '../../support/engines.ts';
import { fileOf } from './import-in.ts';
import { current } from './layouts/acled.ts';
import { gdelt } from './layouts/others.ts';
import { separated, times } from './layouts/write.ts';

const child = fileURLToPath(new URL('./resume-child.ts', import.meta.url));

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

const [tablesOf, rowsWith] =
  engine === 'sqlite'
    ? [
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'words%' AND name NOT LIKE 'sqlite_%'",
        'SELECT rowid AS rid FROM words WHERE words MATCH ?',
      ]
    : [
        "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema() AND table_name NOT IN ('words', 'derived')",
        "SELECT rid FROM words WHERE vector @@ to_tsquery('sitrep', ?)",
      ];

/**
 * Every row of every table, the full text by what it finds. All are given the same clock, so instants stay in.
 * PostgreSQL does not give a number of the change log again that a transaction which was cut off had: there its order
 * is told instead, and what is derived, which is kept under that number, is left out.
 */
async function dumpOf(name: string): Promise<Record<string, unknown[]>> {
  const db = await openDatabase(name);
  const cursors = (await db.all('SELECT cursor FROM change ORDER BY cursor')).map((row) => Number(row.cursor));
  const order = new Map(cursors.map((cursor, n) => [cursor, engine === 'sqlite' ? cursor : n]));
  /** Its numbers of the change log. */
  const inOrder = (table: string, { cursor, version }: Row) => ({
    cursor: order.get(Number(cursor)),
    ...(table === 'named' ? { version: order.get(Number(version)) } : {}),
  });
  const dump: Record<string, unknown[]> = {};
  for (const { name: table } of await db.all(tablesOf))
    dump[String(table)] = (await db.all(`SELECT * FROM ${table}`))
      .map((row) => JSON.stringify({ ...row, ...inOrder(String(table), row) }))
      .sort();
  for (const word of ['number', 'rebels', 'attack', 'town'])
    dump[`with ${word}`] = (await db.all(`${rowsWith} ORDER BY 1`, word)).map(({ rid }) => Number(rid));
  await db.close();
  return dump;
}

test.each([
  [
    'incidents',
    separated(
      times(3000, (i) => (i % 1500 === 7 ? { ...current(i), event_type: 'nonsense', sub_event_type: '' } : current(i))),
    ),
  ],
  [
    'reports that join rows of many batches',
    separated(
      times(3000, (i) => ({ ...gdelt(i), f60: `https://news.example/a/rebels-and-police-fight-${i % 700}.html` })),
      '\t',
      { header: false },
    ),
  ],
])('%s: killed half-way, and again, it ends as one clean run does', { timeout: 60_000 }, async (_, content) => {
  const file = fileOf(content);
  const [clean, killed] = [await freshName(), await freshName()];
  const whole = await run(clean, file);
  await run(killed, file, 1);
  await run(killed, file, 1);
  const report = await run(killed, file);
  expect(report?.resumedAfter).toBeGreaterThan(1999);
  expect({ ...report, seconds: 0, resumedAfter: 0 }).toEqual({ ...whole, seconds: 0, resumedAfter: 0 });
  const dump = await dumpOf(clean);
  expect(dump.incident?.length).toBeGreaterThan(699);
  for (const [table, rows] of Object.entries(await dumpOf(killed))) expect(rows, table).toEqual(dump[table]);
});
