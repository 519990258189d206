import type { FileReport } from '../incidents/import/file-report.ts';
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

/** Imports one file. Throws ImportError where it cannot be read at all. */
export type ImportFile = (path: string, options: LoadOptions) => Promise<RowTally>;

// From so many rows on, indexes and the words of the data are settled anew.
const many = 1000;

/** The way of the `import` command, without anybody to look at a proposal; a small page leaves the store's statistics be. */
export function createFileImporter(incidents: Incidents): ImportFile {
  const quiet: Incidents = { ...incidents, bulk: (work) => work() };
  return async (path, options) => {
    // The readers of files are loaded when a file is read, not at every start.
    const { importFiles } = await import('../incidents/import/import-files.ts');
    const reports = await importFiles([path], { ...options, incidents: quiet });
    const sum = reports.map(countsOf).reduce(addTallies, emptyTally);
    if (sum.added + sum.revised >= many) await incidents.bulk(async () => {});
    return sum;
  };
}

function countsOf({ rows, added, revised, unchanged, rejected, rejectedTotal, proposed }: FileReport): RowTally {
  if (proposed)
    throw new ImportError(
      'This is no known format. Import one such file by hand, and then name its mapping (--mapping).',
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
