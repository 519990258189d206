import stringWidth from 'string-width';
import type { Part, Table } from '../answers/document/answer.ts';
import { number } from '../answers/messages/english/text.ts';

/** Pads a text to `width` columns. `own`: the columns that it takes itself. */
export const pad = (text: string, width: number, align: 'left' | 'right', own = stringWidth(text)) => {
  const space = ' '.repeat(Math.max(0, width - own));
  return align === 'left' ? text + space : space + text;
};

/** A table as lines with aligned columns, the header first. */
export function tableLines(t: Table): string[] {
  const rows = [t.columns.map((c) => c.name), ...t.rows].map((cells) =>
    cells.map((cell) => ({ cell, width: stringWidth(cell) })),
  );
  const widths = t.columns.map((_, i) => Math.max(...rows.map((row) => row[i]?.width ?? 0)));
  return rows.map((row) =>
    row
      .map(({ cell, width }, i) => pad(cell, widths[i] ?? 0, t.columns[i]?.align ?? 'left', width))
      .join('  ')
      .trimEnd(),
  );
}

/** A chart's figures as a table, for answers that have no table of them. */
export const tableOfChart = (chart: Extract<Part, { kind: 'chart' }>): Table => ({
  title: chart.title,
  columns: [
    { name: '', align: 'left' },
    { name: chart.unit, align: 'right' },
  ],
  rows: chart.points.map((p) => [p.label, number(p.value)]),
});
