import { cut } from '../../../kernel/cut.ts';
import type { Dataset } from '../../incident.ts';
import { ImportError } from '../import-error.ts';
import type { Column } from './columns.ts';

/** A row of a file. `line`: the line it starts on, or the number of the item. `cells`: by the keys of the columns. */
export interface SourceRow {
  line: number;
  cells: Record<string, string>;
  /** Why it cannot be read, if it cannot: there are no cells then. */
  broken?: { value: string; reason: string /** The rest of the file is damaged. */; damage?: true };
}

/** The columns and rows of a file, read as they are iterated over. */
export interface SourceTable {
  columns: Column[];
  /** Its numbers may have decimal commas: its cells are separated by semicolons. */
  decimals?: boolean;
  rows: AsyncIterable<SourceRow>;
  /** It is separated values, where an export guards what a spreadsheet would take for a formula. */
  separated?: true;
  /** It is an export of Sitrep: what is in it is as it left. */
  exported?: true;
  /** Of a file of records: the datasets that it describes. */
  datasets?: Dataset[];
}

/** A row that cannot be read, with the beginning of its text and the reason. */
export const brokenRow = (line: number, value: string, reason: string) => ({
  line,
  cells: {},
  broken: { value: cut(value, 80), reason },
});

/** Turns an ImportError after the first row into a last, broken row: the rows before the damage are imported. */
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
