import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import type { FileReport } from '../../../../src/incidents/import/file-report.ts';
import { importFiles } from '../../../../src/incidents/import/import-files.ts';
import type { ImportOptions } from '../../../../src/incidents/import/load.ts';
import type { Incident } from '../../../../src/incidents/incident.ts';
import type { Incidents } from '../../../../src/incidents/incidents.ts';
import { query } from '../../../../src/incidents/query.ts';
import { now, openStore } from '../../../support/world.ts';

const folder = '../shared/data/fail';

/** Tests over small files in real layouts, which are not part of the repository. */
export const describeFiles = (name: string, tests: () => void): void => {
  describe.skipIf(!existsSync(folder))(`${name} (skipped where ../shared is absent)`, tests);
};

/** The path of one of these files. */
export const real = (name: string): string => join(folder, name);

export interface Read {
  reports: FileReport[];
  incidents: Incidents;
  all: Incident[];
}

/** All incidents of a store, by their ids. */
export async function allOf(incidents: Incidents): Promise<Incident[]> {
  const found = await incidents.find(query.parse({ measure: 'list', filter: {}, limit: 50 }));
  return found.incidents.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}

/** Imports files as somebody does who accepts each proposed mapping. */
export async function read(names: string | string[], more: Partial<ImportOptions> = {}): Promise<Read> {
  const paths = [names].flat().map((name) => (name.startsWith('/') ? name : real(name)));
  const incidents = more.incidents ?? (await openStore());
  const options = { by: 'test', now, folder: mkdtempSync(join(tmpdir(), 'sitrep-real-')), ...more, incidents };
  let reports = await importFiles(paths, options);
  if (reports.some((r) => r.proposed)) reports = await importFiles(paths, options);
  return { reports, incidents, all: await allOf(incidents) };
}

/** What is known of the killed of everybody: "3", "10–15", or nothing. */
export function killed({ casualties }: Incident, group = 'all'): string | undefined {
  const toll = casualties.find((c) => c.group === group)?.killed;
  if (typeof toll !== 'object') return toll;
  return toll.low === toll.high ? String(toll.best) : `${toll.low}–${toll.high}`;
}
