import { type Column, columnsOf } from './columns.ts';

const mostTitles = 20;
const isFilled = (cell: string) => cell.trim() !== '';
const filled = (cells: readonly string[]) => cells.filter(isFilled).length;

/**
 * Where the header is among the first rows: after titles and notes, which fill one or two cells of a table with at least
 * four columns.
 */
export function headerAt(rows: readonly (readonly string[])[]): number {
  const first = rows.slice(0, mostTitles + 5);
  const widest = Math.max(0, ...first.map(filled));
  const at = first.findIndex((cells) => filled(cells) > 2 || widest < 4);
  return at > 0 && at <= mostTitles && first.slice(0, at).every((cells) => filled(cells) <= 2) ? at : 0;
}

/** Only the row under the header may be one of HXL hashtags: later cells may begin with "#" too. */
const isTagRow = (cells: readonly string[]) =>
  cells.some((c) => /^#[a-z]+(\s*\+\w+)*/i.test(c.trim())) &&
  cells.every((c) => c.trim() === '' || c.startsWith('#') || /^\d+$/.test(c));

/** The columns by the header and the row under it; `tagged` if that has their HXL hashtags (hxlstandard.org). */
export function columnsUnder(
  names: readonly string[],
  next: readonly string[] = [],
): { columns: Column[]; tagged: boolean } {
  const columns = columnsOf(names);
  const tagged = isTagRow(next);
  if (tagged)
    columns.forEach((column, i) => {
      const tag = next[i]?.trim().toLowerCase();
      if (tag?.startsWith('#')) column.tag = tag;
    });
  return { columns, tagged };
}
