import type { Exported } from './content.ts';
import { forWorkbook, guarded, mapped } from './escape-formulas.ts';
import { tableOf } from './table.ts';

/** UTF-8 with a byte order mark, so that Excel reads it as such; formulas defused. */
export async function* csv(exported: Exported): AsyncGenerator<Uint8Array> {
  const { writeCsvStream } = await import('hucre/csv');
  const { columns, rows } = tableOf(exported);
  yield* writeCsvStream(mapped(rows, guarded), { headers: columns, bom: true });
}

/** One sheet; its texts are typed as texts, so that nothing in them is a formula. */
export async function* xlsx(exported: Exported): AsyncGenerator<Uint8Array> {
  const { writeXlsxStream } = await import('hucre/xlsx');
  const { columns, rows } = tableOf(exported);
  yield* writeXlsxStream(mapped(rows, forWorkbook), {
    name: 'Sitrep',
    columns: columns.map((header) => ({ header })),
    freezePane: { rows: 1 },
  });
}
