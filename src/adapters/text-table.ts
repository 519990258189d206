import stringWidth from 'string-width';
import type { Part, Table } from '../answers/document/answer.ts';
import { number } from '../answers/messages/english/text.ts';

export const pad = (text: string, width: number, align: 'left' | 'right') =>
  align === 'left'
    ? text + ' '.repeat(Math.max(0, width - stringWidth(text)))
    : ' '.repeat(Math.max(0, width - stringWidth(text))) + text;

/** A table as lines of even columns, its head first. */
export function tableLines(t: Table): string[] {
  const widths = t.columns.map((c, i) => Math.max(stringWidth(c.name), ...t.rows.map((r) => stringWidth(r[i] ?? ''))));
  const line = (cells: string[]) =>
    cells
      .map((cell, i) => pad(cell, widths[i] ?? 0, t.columns[i]?.align ?? 'left'))
      .join('  ')
      .trimEnd();
  return [line(t.columns.map((c) => c.name)), ...t.rows.map(line)];
}

/** A chart's figures, for where no table tells them. */
export const tableOfChart = (chart: Extract<Part, { kind: 'chart' }>): Table => ({
  title: chart.title,
  columns: [
    { name: '', align: 'left' },
    { name: chart.unit, align: 'right' },
  ],
  rows: chart.points.map((p) => [p.label, number(p.value)]),
});
