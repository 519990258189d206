import type { ExportContent } from './content.ts';
import { escapeFormula, forWorkbook, mapCells } from './escape-formulas.ts';
import { tableOf } from './table.ts';

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
