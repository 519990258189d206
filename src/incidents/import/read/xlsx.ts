import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { ImportError } from '../import-error.ts';
import { columnsUnder, headerAt } from './header.ts';
import type { SourceRow, SourceTable } from './row.ts';

type Cell = string | number | boolean | Date | null | undefined;
interface SheetRow {
  index: number;
  values: readonly unknown[];
}

const headSize = 30;

/** A sheet of a workbook, by its number from 0; its header comes after titles. Read row by row. */
export async function readXlsx({ path, sheet }: { path: string; sheet: number }, name: string): Promise<SourceTable> {
  const rows = sheetRows(path, sheet, name);
  const head: SheetRow[] = [];
  for await (const row of keepOpen(rows)) {
    if (row.values.some((value) => cellOf(value) !== '')) head.push(row);
    if (head.length === headSize) break;
  }
  const cells = head.map(({ values }) => values.map(cellOf));
  const at = headerAt(cells);
  if ((cells[at] ?? []).filter((c) => c !== '').length < 2)
    throw new ImportError(`${name} has no row of column names and no table.`);
  const { columns, tagged } = columnsUnder(cells[at] ?? [], cells[at + 1]);
  const keys = columns.map((c) => c.key);
  return { columns, rows: rowsOf(head.slice(tagged ? at + 2 : at + 1), rows, keys) };
}

/** Looping over it leaves the rows open for the one who reads on. */
const keepOpen = (rows: AsyncGenerator<SheetRow>): AsyncIterable<SheetRow> => ({
  [Symbol.asyncIterator]: () => ({ next: () => rows.next() }),
});

async function* sheetRows(path: string, sheet: number, name: string): AsyncGenerator<SheetRow> {
  const { streamXlsxRows } = await import('hucre/xlsx');
  try {
    yield* streamXlsxRows(Readable.toWeb(createReadStream(path)) as unknown as ReadableStream<Uint8Array>, { sheet });
  } catch (error) {
    throw new ImportError(
      `${name}: the workbook is damaged or cut short (${(error as Error).message}). Save it again as .xlsx or .csv.`,
    );
  }
}

async function* rowsOf(head: SheetRow[], rows: AsyncGenerator<SheetRow>, keys: string[]): AsyncGenerator<SourceRow> {
  const dated = keys.map((_, i) => head.some(({ values }) => values[i] instanceof Date));
  const rowOf = ({ index, values }: SheetRow): SourceRow => ({
    line: index + 1,
    cells: Object.fromEntries(keys.map((key, i) => [key, cellOf(dated[i] ? dateOf(values[i]) : values[i])])),
  });
  yield* head.map(rowOf);
  for await (const row of rows) if (row.values.some((v) => cellOf(v) !== '')) yield rowOf(row);
}

/** A number among dates is one that lost its format: days since 30 December 1899. Those of 1950 to 2099 are read. */
const dateOf = (value: unknown): unknown =>
  typeof value === 'number' && value >= 18_264 && value < 73_051
    ? new Date(Date.UTC(1899, 11, 30) + Math.round(value * 86_400) * 1000)
    : value;

/** Dates as ISO, with the time only where there is one. */
function cellOf(value: unknown): string {
  const cell = value as Cell;
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return typeof cell === 'object' ? '' : String(cell);
  if (Number.isNaN(cell.getTime())) return '';
  const iso = cell.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso;
}
