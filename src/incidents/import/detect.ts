import { existsSync } from 'node:fs';
import type { Cells } from './cell-values.ts';
import { emptyReport, type FileReport } from './file-report.ts';
import type { Format } from './format.ts';
import { formatOf } from './formats/index.ts';
import { ImportError } from './import-error.ts';
import { editMapping } from './mapping/edit-mapping.ts';
import { mappedFormat } from './mapping/mapped-format.ts';
import type { Mapping } from './mapping/mapping.ts';
import { mappingFile, readMapping, saveMapping } from './mapping/mapping-file.ts';
import { proposeMapping, reviewOf } from './mapping/propose.ts';
import type { Column } from './read/columns.ts';
import type { SourceStream } from './read/source-stream.ts';
import { createRowMapper } from './row-to-record.ts';
import { refuseTotals } from './totals.ts';

/** What the user says about how to read a file. */
export interface FormatChoice {
  /** `--format`. */
  format?: string;
  /** `--mapping`: the path of a mapping. */
  mapping?: string;
  /** The folder for saved mappings, next to the database. */
  folder?: string;
  /** `--dataset`: the id of the dataset that a mapped file belongs to. */
  dataset?: string;
  /** Show the mapping with these changes instead of importing by it; blank: as it is. */
  changes?: string;
  /** Mappings that were proposed in this run: nobody has seen them yet. */
  unseen?: Set<string>;
}

const inDataset = (mapping: Mapping, id: string | undefined): Mapping =>
  id === undefined || id === mapping.dataset.id
    ? mapping
    : { ...mapping, dataset: { ...mapping.dataset, id, name: id, citation: `the dataset ${id}` } };

const examplesShown = 3;

/** The first rows as a mapping reads them. */
function examplesOf(mapping: Mapping, columns: readonly Column[], sample: readonly Cells[]) {
  const read = createRowMapper(mappedFormat(mapping).reader(sample), columns);
  return sample.slice(0, examplesShown).map((cells, n) => read({ line: n + 1, cells }));
}

type Detected = { format: Format; mapping?: string } | { proposed: FileReport };

/**
 * How to read a file: by the given mapping, a known format, a saved mapping for this header, or not yet: then a mapping
 * is proposed, saved, and returned in a report for the user to check. Throws ImportError.
 */
export function detectFormat(
  source: Pick<SourceStream, 'name' | 'within'>,
  columns: readonly Column[],
  sample: readonly Cells[],
  choice: FormatChoice,
): Detected {
  const { name } = source;
  const { format: forced, mapping: mappingPath, dataset } = choice;
  if (mappingPath !== undefined) {
    const givenMapping = readMapping(mappingPath, columns);
    if (!givenMapping) throw new ImportError(`There is no mapping ${mappingPath}.`);
    return { format: mappedFormat(inDataset(givenMapping, dataset)), mapping: mappingPath };
  }
  const known = formatOf(columns, name, forced);
  if (known && dataset !== undefined && dataset !== known.dataset.id)
    throw new ImportError(`${name} is a file of ${known.dataset.name}: leave out --dataset, or add --format mapped.`);
  if (known) return { format: known };
  refuseTotals(name, columns, sample);
  return byMapping(source, columns, sample, choice);
}

/** By the mapping saved for these columns, or one that is proposed, with the changes that the user makes. */
function byMapping(
  { name, within }: Pick<SourceStream, 'name' | 'within'>,
  columns: readonly Column[],
  sample: readonly Cells[],
  { folder, unseen, dataset, changes }: FormatChoice,
): Detected {
  const shared = mappingFile(folder ?? '.', columns);
  const file = dataset === undefined ? shared : mappingFile(folder ?? '.', columns, dataset);
  const saved = readMapping(file, columns) ?? readMapping(shared, columns);
  if (saved && !unseen?.has(file) && changes === undefined)
    return { format: mappedFormat(inDataset(saved, dataset)), mapping: existsSync(file) ? file : shared };
  const proposed = proposeMapping(within ?? name, columns, sample);
  const before = inDataset(saved ?? proposed.mapping, dataset);
  const mapping = changes ? editMapping(before, changes, columns) : before;
  const review = saved || changes ? reviewOf(mapping, columns, proposed) : { ...proposed, mapping };
  if (folder !== undefined && (changes || !saved)) saveMapping(file, mapping);
  unseen?.add(file);
  const examples = examplesOf(mapping, columns, sample);
  return { proposed: { ...emptyReport(name, 'mapped'), proposed: { file, ...review, examples } } };
}
