import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ucdp } from './layouts/others.ts';
import { separated, times } from './layouts/write.ts';

const start = JSON.parse(readFileSync('package.json', 'utf8')).scripts.start as string;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sitrep-memory-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Cells of 5,000 characters are met in real files; few words, because the full text is not what is looked at here. */
const long = (i: number) => ({ ...ucdp(i), where_description: `${i}: ${`${'word'.repeat(25)} `.repeat(49)}` });

/** How large a process has been at most, in bytes. */
const peakIn = (status: string) => Number(status.match(/VmHWM:\s+(\d+) kB/)?.[1]) * 1024;

/** An import as npm start runs it: how large it was when half of the file was read, and at its end. */
async function imported(file: string) {
  const [, ...args] = start.split(' ');
  const child = spawn(
    process.execPath,
    ['--import', './test/incidents/import/peak.ts', ...args, 'import', file, '--db', join(folder, 'sitrep.db')],
    { env: { ...process.env, XDG_DATA_HOME: folder }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let half = Number.NaN;
  child.stderr.on('data', (words) => {
    if (/\(5\d %\)/.test(String(words))) half = peakIn(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
  });
  const [out, [status]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return { out, status, half, end: peakIn(out) };
}

test.skipIf(!existsSync('/proc/self/status'))(
  'an import stays below 300 MB, and does not grow with the file',
  { timeout: 240_000 },
  async () => {
    const file = join(folder, 'events.csv');
    writeFileSync(file, separated(times(10_000, long)));
    expect(statSync(file).size).toBeGreaterThan(50e6);
    const { out, status, half, end } = await imported(file);
    expect([status, out]).toEqual([0, expect.stringContaining('10,000 records new, 0 revised, 0 rows rejected')]);
    expect(end).toBeLessThan(300e6);
    expect(end - half).toBeLessThan(40e6);
    // What answers questions is not opened for it.
    expect(readdirSync(folder).filter((name) => name.startsWith('names-'))).toEqual([]);
  },
);
