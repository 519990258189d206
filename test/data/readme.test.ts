import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'sitrep-readme-'));

function output(call: string): string {
  const args = [...call.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  return execFileSync(process.execPath, ['src/server/start.js', ...args], {
    env: { ...process.env, SITREP_DB: join(folder, 'sitrep.db'), XDG_DATA_HOME: folder },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).replace(/\d+(\.\d+)? s\./, '… s.');
}

const indented = (text: string) => text.trim().replace(/^(?=.)/gm, '    ');

/** The page with what its examples print now below each of them. */
const withOutputs = (page: string) =>
  page.replace(/^ {4}\$ npm start -- (.*)\n(?: {4}.*\n|\n(?= {4}(?!\$)))*/gm, (example, call: string) => {
    const [line] = example.split('\n');
    return `${line}\n${indented(output(call))}\n`;
  });

test('the examples print what the page says, with the sample that is shipped', { timeout: 400_000 }, async () => {
  await expect(withOutputs(readFileSync('README.md', 'utf8'))).toMatchFileSnapshot('../../README.md');
});
