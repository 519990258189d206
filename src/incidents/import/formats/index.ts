import type { Dataset } from '../../incident.ts';
import { type Format, formatNames } from '../format.ts';
import { ImportError } from '../import-error.ts';
import { type Column, namesShown } from '../read/columns.ts';
import { acled } from './acled.ts';
import { acledDeleted } from './acled-deleted.ts';
import { exported, exportedColumns, isExport } from './exported.ts';
import { feed } from './feed.ts';
import { gdelt } from './gdelt.ts';
import { gtd } from './gtd.ts';
import { icews } from './icews.ts';
import { insecurityInsight } from './insecurity-insight.ts';
import { records } from './records.ts';
import { reliefweb } from './reliefweb.ts';
import { ucdp } from './ucdp.ts';
import { ushahidi } from './ushahidi.ts';

const formats: readonly Format[] = [
  records,
  exported,
  exportedColumns,
  ucdp,
  acled,
  acledDeleted,
  gtd,
  gdelt,
  icews,
  insecurityInsight,
  ushahidi,
  reliefweb,
  feed,
];

const missingOf = (format: Format, columns: ReadonlySet<string>): string[] =>
  format.columns.map((list) => list.filter((c) => !columns.has(c))).sort((a, b) => a.length - b.length)[0] ?? [];

/**
 * The known format whose columns a file has, if any. `forced`: the name given with `--format`, which decides alone.
 * Throws ImportError if there is no such format or the file lacks its columns.
 */
export function formatOf(columns: readonly Column[], name: string, forced?: string): Format | undefined {
  const keys = new Set(columns.map((c) => c.key));
  if (forced === 'mapped') return undefined;
  if (forced === undefined) return formats.find((f) => missingOf(f, keys).length === 0);
  const format = formats.find((f) => f.name === forced);
  if (!format) throw new ImportError(`There is no format "${forced}". Known formats: ${formatNames.join(', ')}.`);
  const missing = missingOf(format, keys);
  if (missing.length)
    throw new ImportError(
      `${name} lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')} of ${format.name}. Its columns begin: ${namesShown(columns, 8)}.`,
    );
  return format;
}

/** The dataset that a known format's records belong to. */
export const datasetOfFormat = (id: string): Dataset | undefined => formats.find((f) => f.dataset.id === id)?.dataset;

/** Whether columns are those of an export of Sitrep, whose cells are as they left. */
export const isOwnExport = (columns: readonly Column[]): boolean => isExport(new Set(columns.map((c) => c.key)));
