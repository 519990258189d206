import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileReport } from '../../../src/incidents/import/file-report.ts';
import { importFiles } from '../../../src/incidents/import/import-files.ts';
import type { ImportOptions } from '../../../src/incidents/import/load.ts';
import type { Incidents } from '../../../src/incidents/incidents.ts';
import { now, openStore } from '../../support/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'sitrep-import-'));
let number = 0;

/** Writes a file for a test and gives its path. */
export function fileOf(content: string | Uint8Array, name = `${number++}.csv`): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Imports one file into a store of its own, or the one given. */
export async function load(
  path: string,
  into?: Incidents,
  more: Partial<ImportOptions> = {},
): Promise<{ report: FileReport; incidents: Incidents }> {
  const incidents = into ?? (await openStore());
  const [report] = await importFiles([path], { incidents, by: 'test', now, folder, ...more });
  if (!report) throw new Error('no report');
  return { report, incidents };
}
