import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFiles } from '../../../src/adapters/console/files.ts';
import { answer } from '../../support/any-answer.ts';
import { fileOf } from '../../support/file-answer.ts';

const folder = mkdtempSync(join(tmpdir(), 'sitrep-files-'));
const withFile = (name: string, bytes: string) => answer({ parts: [{ kind: 'file', file: fileOf(name, bytes) }] });
const said = async (told: Parameters<typeof writeFiles>) => {
  const [part] = (await writeFiles(...told)).parts;
  return part?.kind === 'text' ? part.text : '';
};

test('a file is written where one stands, named and measured; another one of its name is left alone', async () => {
  const before = process.cwd();
  process.chdir(folder);
  try {
    expect(await said([withFile('a.csv', 'one')])).toMatch(/File a\.csv: .*\nWritten to a\.csv \(1 kB\)\./);
    expect(await said([withFile('a.csv', 'two')])).toMatch(/Written to a-2\.csv/);
  } finally {
    process.chdir(before);
  }
  expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('one');
  expect(readFileSync(join(folder, 'a-2.csv'), 'utf8')).toBe('two');
});

test('a named file is written there, over what was there', async () => {
  const out = join(folder, 'out.csv');
  await said([withFile('a.csv', 'one'), out]);
  expect(await said([withFile('a.csv', 'two'), out])).toContain(out);
  expect(readFileSync(out, 'utf8')).toBe('two');
});

test('a place that cannot be written to is said, with the remedy, and the program fails', async () => {
  const kept = await writeFiles(withFile('a.csv', 'one'), join(folder, 'absent', 'out.csv'));
  expect(kept).toMatchObject({
    failed: 1,
    parts: [{ text: expect.stringMatching(/Could not write .*out\.csv: ENOENT.*--out FILE/) }],
  });
});
