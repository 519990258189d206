import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { indexFolder } from './names-index.ts';

/** The program itself, as npm start runs it, with a database of its own. */
export function startProgram(environment: Record<string, string>, args: string[] = []) {
  const folder = mkdtempSync(join(indexFolder, 'run-'));
  const db = join(indexFolder, `program-${process.pid}-${Date.now()}.db`);
  const child = spawn(process.execPath, ['src/server/start.js', ...args], {
    env: { ...process.env, SITREP_DB: db, XDG_DATA_HOME: folder, ...environment },
  });
  const told = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    told.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    told.err += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, told, ended, db };
}
