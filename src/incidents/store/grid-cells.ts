import type { boxAround } from '../../geo/distance.ts';
import { any, clause, isOneOf, type SqlFragment } from './sql-fragment.ts';

/** The cell of every incident recorded along a line, which may lie in many squares. */
export const lineCell = -1;
const rowSize = 1000;
const [y, x] = [(lat: number) => Math.floor((lat + 90) * 2), (lon: number) => Math.floor((lon + 180) * 2)];

/** The number of the half-degree square of a position in degrees. Numbers follow one another from west to east. */
export const cellOf = (lat: number, lon: number): number => y(lat) * rowSize + x(lon);

const mostCells = 400;

/**
 * Incidents in the squares that a box (in degrees) touches, and all recorded lines: a bound that an index can use.
 * `written`: the squares stand in the statement itself, as the pieces of a border have more of them than a statement
 * takes values.
 */
export function cellsClause({ south, north, west, east }: ReturnType<typeof boxAround>, written = false): SqlFragment {
  const [bottom, top, left, right] = [y(south), y(north), Math.max(0, x(west)), Math.min(rowSize - 1, x(east))];
  if ((top - bottom + 1) * (right - left + 1) > mostCells)
    return any([
      clause('i.cell BETWEEN ? AND ?', bottom * rowSize, top * rowSize + rowSize - 1),
      isOneOf('i.cell', [lineCell]),
    ]);
  const cells = [lineCell];
  for (let cy = bottom; cy <= top; cy++) for (let cx = left; cx <= right; cx++) cells.push(cy * rowSize + cx);
  return written ? clause(`i.cell IN (${cells.join(', ')})`) : isOneOf('i.cell', cells);
}
