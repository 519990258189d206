import type { ExportContent } from './content.ts';
import { type Cell, tableOf } from './table.ts';

// OWASP, CSV Injection: what a spreadsheet takes for the beginning of a formula; the wide forms are taken for the same.
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/** Text that a spreadsheet would take for a formula gets an apostrophe before it, and so does text that looks so guarded. */
/** A cell that a spreadsheet would take for a formula, with an apostrophe before it. */
export const escapeFormula = (cell: Cell): Cell => (typeof cell === 'string' && formula.test(cell) ? `'${cell}` : cell);

// Excel's most letters of a cell.
const most = 32_767;
const mark = '… (cut)';

// XML 1.0 knows no other control characters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const noXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

// A workbook reads "_x0041_" as the letter with that number; the underscore spelled out keeps it as written.
const spelledOut = /_(?=x[0-9a-f]{4}_)/gi;

/** Text as a workbook can hold it: no characters that XML forbids, no longer than a cell may be. */
function forWorkbook(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  const text = cell.toWellFormed().replace(noXml, ' ');
  const short =
    text.length <= most ? text : `${text.slice(0, most - mark.length).replace(/[\ud800-\udbff]$/, '')}${mark}`;
  return short.replace(spelledOut, '_x005F_');
}

async function* mapCells(rows: AsyncIterable<Cell[]>, change: (cell: Cell) => Cell): AsyncGenerator<Cell[]> {
  for await (const row of rows) yield row.map(change);
}

/** UTF-8 with a byte order mark, so that Excel reads it as such; formulas defused. */
export async function* csv(exported: ExportContent): AsyncGenerator<Uint8Array> {
  const { writeCsvStream } = await import('hucre/csv');
  const { columns, rows } = tableOf(exported);
  yield* writeCsvStream(mapCells(rows, escapeFormula), { headers: columns, bom: true });
}

/** One sheet; its texts are typed as texts, so that nothing in them is a formula. */
export async function* xlsx(exported: ExportContent): AsyncGenerator<Uint8Array> {
  const { writeXlsxStream } = await import('hucre/xlsx');
  const { columns, rows } = tableOf(exported);
  yield* writeXlsxStream(mapCells(rows, forWorkbook), {
    name: 'Sitrep',
    columns: columns.map((header) => ({ header })),
    freezePane: { rows: 1 },
  });
}
