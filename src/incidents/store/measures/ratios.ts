import { differenceOf } from '../../difference.ts';
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

/**
 * What is counted for each incident that has a figure. With a unit of time only the sum: the units are known from what
 * the data covers (average-units.ts).
 */
export async function average(input: MeasureInput): Promise<Partial<Result>> {
  const { query, matched } = input;
  if (query.of === 'incidents') return { sum: matched.total, value: averageOf(matched.total, matched.total) };
  const { value = null, withoutFigure } = await sum(input);
  const known = matched.total - withoutFigure;
  const total = known === 0 && withoutFigure > 0 ? null : value;
  return { sum: total, withoutFigure, value: averageOf(total, known) };
}

/** The part in percent of the whole; without a part of its own, the civilians among the killed. */
export async function share({ db, query, matched }: MeasureInput): Promise<Partial<Result>> {
  const { of, filter, part: facets } = query;
  const all = await singleGroup(db, chooseSource(db, { filter, of }, matched.inside), of, 'whole');
  const [part, whole] = facets
    ? [knownQuantity(of, await partOf({ db, query, matched }, withSide(filter, facets))), knownQuantity(of, all)]
    : [knownQuantity(of, all), all.killed];
  return { part, whole, value: percentOf(part, whole) };
}

const partOf = ({ db, query: { of } }: MeasureInput, filter: MeasureInput['query']['filter']) =>
  singleGroup(db, chooseSource(db, { filter, of }, filterClause(db, filter)), of, 'part');
