import type { Cells } from './cell-values.ts';
import { emptyReport, type FileReport } from './file-report.ts';
import type { Format } from './format.ts';
import { formatOf } from './formats/index.ts';
import { ImportError } from './import-error.ts';
import { mappedFormat } from './mapping/mapped-format.ts';
import { mappingFile, readMapping, saveMapping } from './mapping/mapping-file.ts';
import { proposeMapping } from './mapping/propose.ts';
import type { Column } from './read/columns.ts';
import type { SourceStream } from './read/source-stream.ts';
import { refuseTotals } from './totals.ts';

/** What the user says about how to read a file. */
export interface FormatChoice {
  /** `--format`. */
  format?: string;
  /** `--mapping`: the path of a mapping. */
  mapping?: string;
  /** The folder for saved mappings, next to the database. */
  folder?: string;
  /** Mappings that were proposed in this run: nobody has seen them yet. */
  unseen?: Set<string>;
}

/**
 * How to read a file: by the given mapping, a known format, a saved mapping for this header, or not yet: then a mapping
 * is proposed, saved, and returned in a report for the user to check. Throws ImportError.
 */
export function detectFormat(
  { name, within }: Pick<SourceStream, 'name' | 'within'>,
  columns: readonly Column[],
  sample: readonly Cells[],
  { format: forced, mapping: mappingPath, folder, unseen }: FormatChoice,
): { format: Format; mapping?: string } | { proposed: FileReport } {
  if (mappingPath !== undefined) {
    const givenMapping = readMapping(mappingPath, columns);
    if (!givenMapping) throw new ImportError(`There is no mapping ${mappingPath}.`);
    return { format: mappedFormat(givenMapping), mapping: mappingPath };
  }
  const known = formatOf(columns, name, forced);
  if (known) return { format: known };
  refuseTotals(name, columns, sample);
  const file = mappingFile(folder ?? '.', columns);
  const savedMapping = readMapping(file, columns);
  if (savedMapping && !unseen?.has(file)) return { format: mappedFormat(savedMapping), mapping: file };
  const proposal = proposeMapping(within ?? name, columns, sample);
  if (folder !== undefined && !savedMapping) saveMapping(file, proposal.mapping);
  unseen?.add(file);
  return { proposed: { ...emptyReport(name, 'mapped'), proposed: { file, ...proposal } } };
}
