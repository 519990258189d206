import type { Dataset, IncidentRecord } from '../incident.ts';
import type { Cells } from './cells.ts';
import { ImportError } from './import-error.ts';
import { ucdp } from './ucdp.ts';

/** One kind of file: how to know it, and what a row means. `recordOf` throws CellError for a row it cannot take. */
export interface Format {
  name: string;
  dataset: Dataset;
  /** The columns without which a row means nothing. */
  columns: string[];
  recordOf(cells: Cells): IncidentRecord;
}

const formats: readonly Format[] = [ucdp];

/** The format whose columns the file has; `asked` overrides. */
export function formatOf(columns: string[], name: string, asked?: string): Format {
  const format = asked
    ? formats.find((f) => f.name === asked)
    : formats.find((f) => f.columns.every((c) => columns.includes(c)));
  if (asked && !format)
    throw new ImportError(`There is no format "${asked}". Known formats: ${formats.map((f) => f.name).join(', ')}.`);
  if (!format)
    throw new ImportError(
      `${name} is in no known format (${formats.map((f) => f.name).join(', ')}). Its columns begin: ${columns.slice(0, 8).join(', ')}.`,
    );
  const missing = format.columns.filter((c) => !columns.includes(c));
  if (missing.length)
    throw new ImportError(
      `${name} lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')} of ${format.name}.`,
    );
  return format;
}
