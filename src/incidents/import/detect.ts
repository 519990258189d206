import type { Cells } from './cell-values.ts';
import { emptyReport, type FileReport } from './file-report.ts';
import type { Format } from './format.ts';
import { formatOf } from './formats/index.ts';
import { ImportError } from './import-error.ts';
import { mappedFormat } from './mapping/mapped-format.ts';
import { mappingFile, readMapping, saveMapping } from './mapping/mapping-file.ts';
import { proposeMapping } from './mapping/propose.ts';
import type { Column } from './read/columns.ts';

export interface FormatChoice {
  /** `--format`. */
  format?: string;
  /** `--mapping`: a file. */
  mapping?: string;
  /** Where mappings are kept, beside the database. */
  folder?: string;
}

/** How to read a file: a known format, a mapping given or kept from before, or a proposal to look at first. */
export function detectFormat(
  name: string,
  columns: readonly Column[],
  sample: readonly Cells[],
  { format: asked, mapping: given, folder }: FormatChoice,
): { format: Format; mapping?: string } | { proposed: FileReport } {
  if (given !== undefined) {
    const made = readMapping(given, columns);
    if (!made) throw new ImportError(`There is no mapping ${given}.`);
    return { format: mappedFormat(made), mapping: given };
  }
  const known = formatOf(columns, name, asked);
  if (known) return { format: known };
  const file = mappingFile(folder ?? '.', columns);
  const kept = readMapping(file, columns);
  if (kept) return { format: mappedFormat(kept), mapping: file };
  const proposal = proposeMapping(name, columns, sample);
  if (folder !== undefined) saveMapping(file, proposal.mapping);
  return { proposed: { ...emptyReport(name, 'mapped'), proposed: { file, ...proposal } } };
}
