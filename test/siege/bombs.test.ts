import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { bombs } from './bombs.ts';

const folder = mkdtempSync(join(tmpdir(), 'sitrep-bombs-'));

/** The program with 256 MB for what it holds. */
async function importOf(file: string): Promise<{ status: number; said: string }> {
  const args = ['--max-old-space-size=256', 'src/server/start.js', 'import', file, '--db', join(folder, 'sitrep.db')];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, XDG_DATA_HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { status, said: out + err };
}

// All of them: npm run siege.
const few = ['brackets.json.gz', 'letters.json.gz', 'names.csv.gz', 'tags.xml.gz'];
const chosen = process.env.SITREP_SIEGE ? bombs : bombs.filter(([name]) => few.includes(name));

test.each(chosen.map(([name, bytes, said]) => ({ name, bytes, said })))(
  '$name is refused in words, with little memory',
  async ({ name, bytes, said: expected }) => {
    expect(bytes.length).toBeLessThan(200_000);
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const { status, said } = await importOf(file);
    expect(said).toMatch(expected);
    expect(status).toBeLessThanOrEqual(1);
    expect(said.length).toBeLessThan(2000);
  },
);
