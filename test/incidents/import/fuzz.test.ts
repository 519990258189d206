import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ImportError } from '../../../src/incidents/import/import-error.ts';
import { fuzz } from './fuzz.ts';
import { fileOf, load } from './import-in.ts';
import { layouts } from './layouts/index.ts';

// The large one: npm run fuzz
test.each(layouts.map((l) => [l.name, l] as const))(
  '%s, broken in many ways: every row is accounted for',
  async (_, layout) => {
    const { read, refused, wrong } = await fuzz(layout, 40);
    expect(wrong).toEqual([]);
    expect(read + refused).toBe(40);
  },
);

// Found by npm run fuzz: the error of an entry that nobody had come to yet ended the process.
test('an archive with a damaged entry behind the one that is read is refused, and nothing else happens', async () => {
  const workbook = await layouts.find((l) => l.extension === 'xlsx')?.make(6);
  const archive = Buffer.from(
    Buffer.from(workbook as Uint8Array)
      .toString('latin1')
      .replaceAll('xl/workbook.xml', 'xl/worktook.xml'),
    'latin1',
  );
  archive.fill(0xff, archive.indexOf('xl/worktook.xml') + 20, archive.indexOf('xl/worktook.xml') + 60);
  await expect(load(fileOf(archive))).rejects.toThrow(ImportError);
  await setTimeout(50);
});
