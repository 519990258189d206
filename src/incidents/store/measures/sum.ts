import type { Quantity } from '../../query.ts';
import type { Result } from '../../result.ts';
import { chooseSource, fromIncidents } from '../rollup-source.ts';
import type { MeasureInput } from './measure.ts';

/** The column that a quantity is summed from. */
export const columnOf: Record<Quantity, string> = {
  incidents: 'i.best',
  killed: 'i.best',
  'civilians killed': 'i.civilians',
  wounded: 'i.wounded',
  abducted: 'i.abducted',
  arrested: 'i.arrested',
};

/** The columns that roll-ups have. */
const inRollups = new Set(['i.best', 'i.civilians']);

/**
 * People, summed over the matched incidents: best, low and high estimate (the same figure where a quantity has only
 * one), and how many of the incidents give no figure.
 */
export async function sum({
  db,
  query: { of, filter },
  matched: { inside },
}: MeasureInput): Promise<Pick<Result, 'value' | 'low' | 'high' | 'withoutFigure'>> {
  const column = columnOf[of];
  const [low, high] = column === 'i.best' ? ['i.low', 'i.high'] : [column, column];
  const { from, count, known } = inRollups.has(column) ? chooseSource(db, { filter }, inside) : fromIncidents(inside);
  const row = await db.get(
    `SELECT sum(${column}) AS value, sum(${low}) AS low, sum(${high}) AS high, ${count} - ${known(column)} AS without, ${known(column)} AS known FROM ${from.sql}`,
    ...from.values,
  );
  const withoutFigure = Number(row?.without ?? 0);
  if (withoutFigure > 0 && Number(row?.known ?? 0) === 0) return { value: null, withoutFigure };
  const value = Number(row?.value ?? 0);
  // A few records break the order of their estimates.
  const [least, most] = [Number(row?.low ?? 0), Number(row?.high ?? 0)];
  return { value, low: Math.min(least, value), high: Math.max(most, value), withoutFigure };
}
