import { differenceOf, ratioOf } from '../../difference.ts';
import { withSide } from '../../periods.ts';
import { knownQuantity } from '../../quantities.ts';
import { averageOf, percentOf } from '../../ratio.ts';
import type { Result } from '../../result.ts';
import { chooseSource } from '../rollup-source.ts';
import { filterClause } from '../where.ts';
import { singleGroup } from './groups.ts';
import type { MeasureInput } from './measure.ts';
import { compare } from './rank.ts';
import { sum } from './sum.ts';

/** The two sides, and by how much one exceeds the other. */
export async function difference(input: MeasureInput): Promise<Partial<Result>> {
  const compared = await compare(input);
  return { ...compared, ...differenceOf(input.query, compared.groups ?? []) };
}

/** The two sides, and how many times the second the first is. */
export async function ratio(input: MeasureInput): Promise<Partial<Result>> {
  const compared = await compare(input);
  return { ...compared, value: ratioOf(input.query, compared.groups ?? []) };
}

/**
 * What is counted for each incident that has a figure, or for each unit of time of the periods in which there is data;
 * those in which nothing is counted are among them.
 */
export async function average(input: MeasureInput): Promise<Partial<Result>> {
  const { query, matched, covered } = input;
  const { value = null, withoutFigure = 0 } = query.of === 'incidents' ? { value: matched.total } : await sum(input);
  const known = matched.total - withoutFigure;
  const total = known === 0 && withoutFigure > 0 ? null : value;
  if (!query.by) return { sum: total, withoutFigure, value: averageOf(total, known) };
  const keys = covered(query);
  return { sum: total, withoutFigure, value: averageOf(total, keys.length), ...unitsOf(keys) };
}

/** How many units of time, and the first and the last of them; empty if there are none. */
export function unitsOf(keys: readonly string[]): Pick<Result, 'units'> {
  const [first, last] = [keys[0], keys.at(-1)];
  return first === undefined || last === undefined ? {} : { units: { count: keys.length, first, last } };
}

/** The part in percent of the whole; without a part of its own, the civilians among the killed. */
export async function share({ db, query, matched }: MeasureInput): Promise<Partial<Result>> {
  const { of, filter, part: facets } = query;
  const all = await singleGroup(db, chooseSource(db, { filter, of }, matched.inside), of, 'whole');
  const [part, whole] = facets
    ? [knownQuantity(of, await partOf({ db, query }, withSide(filter, facets))), knownQuantity(of, all)]
    : [knownQuantity(of, all), all.killed];
  return { part, whole, value: percentOf(part, whole) };
}

const partOf = ({ db, query: { of } }: Pick<MeasureInput, 'db' | 'query'>, filter: MeasureInput['query']['filter']) =>
  singleGroup(db, chooseSource(db, { filter, of }, filterClause(db, filter)), of, 'part');
