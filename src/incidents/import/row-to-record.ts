import { cut } from '../../kernel/cut.ts';
import { type IncidentRecord, record } from '../incident.ts';
import { CellError } from './cell-values.ts';
import { withCountry } from './countries.ts';
import type { RowReader } from './format.ts';
import type { Column } from './read/columns.ts';
import type { SourceRow } from './read/row.ts';
import type { Reject } from './reject.ts';

/**
 * Turns rows into valid records; a row that is not one becomes a reject with its line, column, value and reason.
 * `asItLeft`: countries stay as they are.
 */
export function createRowMapper(
  read: RowReader,
  columns: readonly Column[],
  asItLeft = false,
): (row: SourceRow) => IncidentRecord | Reject {
  const names = new Map(columns.map((c) => [c.key, c.name]));
  return (row) => {
    const at = (column: string, value: string, reason: string): Reject => ({
      line: row.line,
      column: names.get(column) || column,
      value: cut(value, 80),
      reason,
    });
    if (row.broken) return at('', row.broken.value, row.broken.reason);
    try {
      const parsed = record.safeParse(read(row.cells));
      if (parsed.success && asItLeft) return parsed.data;
      if (parsed.success) return { ...parsed.data, where: withCountry(parsed.data.where) };
      const issue = parsed.error.issues[0];
      return at(issue?.path.join('.') ?? '', '', issue?.message ?? 'is not valid');
    } catch (error) {
      if (error instanceof CellError) return at(error.column, error.value, error.message);
      throw error;
    }
  };
}
