import type { Part, Table } from '../answers/document/answer.ts';
import { number } from '../answers/messages/english/text.ts';

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/** Columns a text takes up: marks none, East Asian letters and emoji two. */
export const widthOf = (text: string): number =>
  [...segments.segment(text)].reduce((n, { segment }) => n + (wide.test(segment) ? 2 : 1), 0);

export const pad = (text: string, width: number, align: 'left' | 'right') =>
  align === 'left'
    ? text + ' '.repeat(Math.max(0, width - widthOf(text)))
    : ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** A table as lines of even columns, its head first. */
export function tableLines(t: Table): string[] {
  const widths = t.columns.map((c, i) => Math.max(widthOf(c.name), ...t.rows.map((r) => widthOf(r[i] ?? ''))));
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
