import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { ImportError } from '../import-error.ts';
import { columnsOf } from './columns.ts';
import type { SourceRow, SourceTable } from './row.ts';

type Cell = string | number | boolean | Date | null | undefined;
interface SheetRow {
  index: number;
  values: readonly unknown[];
}

/** The first sheet of a workbook; its header is the first row with two words in it or more. Read row by row. */
export async function readXlsx(path: string, name: string): Promise<SourceTable> {
  const rows = sheetRows(path, name);
  for await (const { index, values } of keepOpen(rows)) {
    const names = values.map(cellOf);
    if (names.filter((n) => n !== '').length < 2) continue;
    const columns = columnsOf(names);
    const keys = columns.map((c) => c.key);
    return { columns, rows: rowsOf(rows, keys, index) };
  }
  throw new ImportError(`${name} has no row of column names on its first sheet.`);
}

/** Looping over it leaves the rows open for the one who reads on. */
const keepOpen = (rows: AsyncGenerator<SheetRow>): AsyncIterable<SheetRow> => ({
  [Symbol.asyncIterator]: () => ({ next: () => rows.next() }),
});

async function* sheetRows(path: string, name: string): AsyncGenerator<SheetRow> {
  const { streamXlsxRows } = await import('hucre/xlsx');
  try {
    yield* streamXlsxRows(Readable.toWeb(createReadStream(path)) as unknown as ReadableStream<Uint8Array>);
  } catch (error) {
    throw new ImportError(
      `${name}: the workbook is damaged or cut short (${(error as Error).message}). Save it again as .xlsx or .csv.`,
    );
  }
}

async function* rowsOf(rows: AsyncGenerator<SheetRow>, keys: string[], header: number): AsyncGenerator<SourceRow> {
  for await (const { index, values } of rows) {
    if (index <= header || values.every((v) => cellOf(v) === '')) continue;
    yield { line: index + 1, cells: Object.fromEntries(keys.map((key, i) => [key, cellOf(values[i])])) };
  }
}

/** Dates as ISO, with the time only where there is one. */
function cellOf(value: unknown): string {
  const cell = value as Cell;
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return typeof cell === 'object' ? '' : String(cell);
  if (Number.isNaN(cell.getTime())) return '';
  const iso = cell.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso;
}
