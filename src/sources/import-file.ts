import { type FileReport, nothingRead } from '../incidents/import/file-report.ts';
import { ImportError } from '../incidents/import/import-error.ts';
import type { Incidents } from '../incidents/incidents.ts';
import { addTallies, emptyTally, type RowTally } from './tally.ts';

interface LoadOptions {
  by: string;
  now: Date;
  format?: string | undefined;
  mapping?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** Imports one file; `by` is recorded as its author. Throws ImportError where it cannot be read at all. */
export type ImportFile = (path: string, options: LoadOptions) => Promise<RowTally>;

// From so many rows on, the store's statistics and vocabulary are updated.
const bulkFrom = 1000;

/**
 * Imports files as the `import` command does, except that a proposed mapping is an error: nobody is there to confirm it.
 * Small files do not update the store's statistics. `apart`: files are read in a process of their own.
 */
export function createFileImporter(incidents: Incidents, { apart = false } = {}): ImportFile {
  const quiet: Incidents = { ...incidents, bulk: (work) => work() };
  return async (path, options) => {
    // Loaded at the first import, not at every start.
    const importer = apart
      ? (await import('../incidents/import/apart/import-apart.ts')).importFilesApart
      : (await import('../incidents/import/import-files.ts')).importFiles;
    const reports = await importer([path], { ...options, incidents: quiet });
    const nothing = nothingRead(reports);
    if (nothing !== undefined) throw new ImportError(nothing);
    const sum = reports.map(tallyOf).reduce(addTallies, emptyTally);
    if (sum.added + sum.revised >= bulkFrom) await incidents.bulk(async () => {});
    return sum;
  };
}

function tallyOf({ rows, added, revised, unchanged, rejected, rejectedTotal, proposed }: FileReport): RowTally {
  if (proposed)
    throw new ImportError(
      'Unknown format. Import one such file with the import command first, then name its mapping (--mapping).',
    );
  const [first] = rejected;
  const firstReject = first && `line ${first.line}, ${first.column || 'the whole row'}: ${first.reason}`;
  return {
    rows,
    added,
    revised,
    unchanged,
    rejected: rejectedTotal,
    ...(firstReject === undefined ? {} : { firstReject }),
  };
}
