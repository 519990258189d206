import { ImportError } from '../import-error.ts';
import type { Column } from './columns.ts';

/** One row by the keys of its columns, with where it stands: the line of the file, or the number of the item. */
export interface SourceRow {
  line: number;
  cells: Record<string, string>;
  /** Why it is no row at all: the cells are empty then. */
  broken?: { value: string; reason: string /** The file ends here, before its time. */; damage?: true };
}

export interface SourceTable {
  columns: Column[];
  rows: AsyncIterable<SourceRow>;
}

export const brokenRow = (line: number, value: string, reason: string) => ({
  line,
  cells: {},
  broken: { value: value.slice(0, 80), reason },
});

/** Where a file turns out to be damaged after its first row, that is one more broken row: what was read stays read. */
export async function* untilDamaged(rows: AsyncIterable<SourceRow>): AsyncGenerator<SourceRow> {
  let line = 0;
  try {
    for await (const row of rows) {
      line = row.line;
      yield row;
    }
  } catch (error) {
    if (!(error instanceof ImportError) || line === 0) throw error;
    const { broken, ...row } = brokenRow(line + 1, '', `cannot be read, nor anything after it: ${error.message}`);
    yield { ...row, broken: { ...broken, damage: true } };
  }
}
