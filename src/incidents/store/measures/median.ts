import { emptyGroup } from '../../group-changes.ts';
import { knownQuantity } from '../../quantities.ts';
import type { Result } from '../../result.ts';
import { chooseSource } from '../rollup-source.ts';
import { groupBy } from './groups.ts';
import type { MeasureInput } from './measure.ts';
import { unitsOf } from './ratios.ts';
import { columnOf } from './sum.ts';

/** Figures that occur so many times. */
type Tally = readonly { figure: number; times: number }[];

/** The figure in the middle; of an even number that between the two middle ones. Null of none. */
function middleOf(tally: Tally): number | null {
  const sorted = [...tally].sort((a, b) => a.figure - b.figure);
  const all = sorted.reduce((n, { times }) => n + times, 0);
  const nth = (n: number) => {
    let passed = 0;
    for (const { figure, times } of sorted) {
      passed += times;
      if (passed > n) return figure;
    }
    return null;
  };
  const [low, high] = [nth(Math.ceil(all / 2) - 1), nth(Math.floor(all / 2))];
  return low === null || high === null ? null : (low + high) / 2;
}

/** Of the incidents that have a figure. */
async function ofIncidents({ db, query: { of }, matched }: MeasureInput): Promise<Partial<Result>> {
  const column = columnOf[of];
  const rows = await db.all(
    `SELECT ${column} AS figure, count(*) AS times FROM incident i WHERE ${matched.inside.sql} GROUP BY 1`,
    ...matched.inside.values,
  );
  const known = rows.filter(({ figure }) => figure !== null);
  const tally = known.map(({ figure, times }) => ({ figure: Number(figure), times: Number(times) }));
  const without = rows.find(({ figure }) => figure === null);
  return { value: middleOf(tally), withoutFigure: Number(without?.times ?? 0) };
}

/** Of the units of time in which there is data, those in which nothing is counted among them. */
async function ofUnits(input: MeasureInput, by: NonNullable<MeasureInput['query']['by']>): Promise<Partial<Result>> {
  const { db, query, matched, covered } = input;
  const { groups, ungrouped } = await groupBy(db, by, chooseSource(db, { ...query, by }, matched.inside), query.of);
  const found = new Map(groups.map((group) => [group.key, group]));
  const keys = covered(query);
  const figures = keys.map((key) => knownQuantity(query.of, found.get(key) ?? emptyGroup(key)));
  const tally = figures.flatMap((figure) => (figure === null ? [] : [{ figure, times: 1 }]));
  return { value: middleOf(tally), ungrouped, ...unitsOf(keys) };
}

/** The median of incidents, or of units of time. */
export const median = (input: MeasureInput): Promise<Partial<Result>> =>
  input.query.by ? ofUnits(input, input.query.by) : ofIncidents(input);
