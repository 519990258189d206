import type { Measure, Query } from '../../query.ts';
import type { Result } from '../../result.ts';
import { page } from '../page.ts';
import { mapPoints } from './map-points.ts';
import type { MeasureInput, MeasureRule } from './measure.ts';
import { median } from './median.ts';
import { compare, countGroups, hasTotalInGroups, rank } from './rank.ts';
import { average, difference, ratio, share } from './ratios.ts';
import { lostSum, ownDead } from './side-deaths.ts';
import { span } from './span.ts';
import { sum } from './sum.ts';
import { timeline, trend } from './trend.ts';

/** A page of the matched incidents, with some parts of the query replaced. */
const incidents =
  (change: (query: Query) => Partial<Query> = () => ({})) =>
  async ({ db, query, matched }: MeasureInput): Promise<Pick<Result, 'incidents'>> => ({
    incidents: await page(db, { ...query, ...change(query) }, matched),
  });

/** The sum, or that of some sides; of the killed in one actor's incidents also its own dead. */
async function killedOf(input: MeasureInput): Promise<Partial<Result>> {
  const { lost, of, filter } = input.query;
  if (lost) return lostSum(input, lost);
  const [actor, ...others] = filter.actors ?? [];
  const own = of === 'killed' && actor && others.length === 0 ? await ownDead(input, actor) : {};
  return { ...(await sum(input)), ...own };
}

const mostExamples = 3;
const examples = ({ limit }: Query) => ({ limit: Math.min(mostExamples, limit) });
const always = () => true;

/** Every measure and how it is computed: the one place in the store that knows them all. */
export const measures: Record<Measure, MeasureRule> = {
  list: { compute: incidents() },
  who: { compute: incidents() },
  describe: { compute: incidents() },
  first: { compute: incidents(() => ({ order: 'oldest', limit: 1 })) },
  last: { compute: incidents(() => ({ order: 'newest', limit: 1 })) },
  count: {
    compute: async (input) =>
      input.query.by ? countGroups(input) : { value: input.matched.total, ...(await incidents(examples)(input)) },
  },
  sum: {
    compute: async (input) => ({
      ...(await killedOf(input)),
      ...(await incidents((query) => ({ ...examples(query), order: 'deadliest' }))(input)),
    }),
  },
  trend: { compute: trend, totalFromGroups: always, countsMissingFigures: true },
  rank: { compute: rank, totalFromGroups: hasTotalInGroups, countsMissingFigures: true },
  compare: { compute: compare, totalFromGroups: always },
  difference: { compute: difference, totalFromGroups: always },
  ratio: { compute: ratio, totalFromGroups: always },
  average: { compute: average },
  median: { compute: median },
  share: { compute: share, countsMissingFigures: true },
  timeline: { compute: timeline },
  span: { compute: span },
  map: { compute: mapPoints },
  // Read from the change log by `openIncidents`, outside of the snapshot of the records.
  changes: { compute: async () => ({ overlapping: 0, coarse: 0 }) },
};
