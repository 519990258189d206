import type { Incidents } from '../incidents/incidents.ts';
import { type Filter, query } from '../incidents/query.ts';
import type { AnomalyRule } from '../kernel/anomaly-rule.ts';
import { day } from '../kernel/duration.ts';
import { isRise } from './anomaly-rule.ts';
import type { SubscriptionConfig } from './subscriptions.ts';

/** How many alerts a subscription would have caused. */
export interface BacktestResult {
  /** In the last 30 days. */
  month: number;
  /** In the last 365 days. */
  year: number;
  /** The lowest minimum of killed with which it would not flood the channel; undefined when it would not anyway. */
  calmer?: number;
}

const floodPerWeek = 50;
const calmPerWeek = 15;
const thresholds = [1, 3, 5, 10, 25, 50];
const dayAt = (now: Date, daysAgo: number) => new Date(now.getTime() - daysAgo * day).toISOString().slice(0, 10);

/** Runs a subscription's filter and rule over the last year of the data. `now`: the moment it is asked at. */
export function runBacktest(
  incidents: Incidents,
  { query: { filter }, watch }: Pick<SubscriptionConfig, 'query' | 'watch'>,
  now: Date,
): Promise<BacktestResult> {
  if (!watch) return countMatches(incidents, filter, now);
  return watch.kind === 'rise' ? countRises(incidents, filter, watch, now) : countNewActors(incidents, filter, now);
}

async function countMatches(incidents: Incidents, filter: Filter, now: Date): Promise<BacktestResult> {
  const count = async (days: number, more: Partial<Filter> = {}) => {
    const period = { start: dayAt(now, days), end: dayAt(now, -1) };
    return (await incidents.find(query.parse({ measure: 'count', filter: { ...filter, ...more, period } }))).total;
  };
  const [month, year] = [await count(30), await count(365)];
  const perWeek = Math.max(month / 4.3, year / 52);
  if (perWeek <= floodPerWeek) return { month, year };
  for (const min of thresholds) {
    if (min <= (filter.killed?.min ?? 0)) continue;
    const total = await count(365, { killed: { ...filter.killed, min } });
    if (total / 52 <= calmPerWeek) return { month, year, calmer: min };
  }
  return { month, year, calmer: thresholds.at(-1) as number };
}

/** How many windows of the last year were a rise. */
async function countRises(
  incidents: Incidents,
  filter: Filter,
  watch: Extract<AnomalyRule, { kind: 'rise' }>,
  now: Date,
): Promise<BacktestResult> {
  const length = watch.days * day;
  const windows = Math.floor(365 / watch.days);
  const first = now.getTime() - (windows + watch.against) * length;
  const period = { start: new Date(first).toISOString().slice(0, 10), end: dayAt(now, 0) };
  const { groups = [] } = await incidents.find(
    query.parse({ measure: 'trend', by: 'day', filter: { ...filter, period } }),
  );
  const figures = new Array<number>(windows + watch.against).fill(0);
  for (const { key, count, killed } of groups) {
    const at = Math.floor((Date.parse(key) - Date.parse(period.start)) / length);
    if (at in figures) figures[at] = (figures[at] ?? 0) + (watch.of === 'killed' ? (killed ?? 0) : count);
  }
  const isRiseAt = (at: number) => {
    const before = figures.slice(at - watch.against, at).reduce((a, b) => a + b, 0);
    return isRise({ now: figures[at] ?? 0, usual: before / watch.against }, watch);
  };
  const rises = figures.map((_, at) => at >= watch.against && isRiseAt(at));
  const lastMonth = Math.ceil(30 / watch.days);
  return { month: rises.slice(-lastMonth).filter(Boolean).length, year: rises.filter(Boolean).length };
}

/** Of the hundred most active actors of the period, those in no earlier incident. */
async function countNewActors(incidents: Incidents, filter: Filter, now: Date): Promise<BacktestResult> {
  const actorsOf = async (days: number) => {
    const period = { start: dayAt(now, days), end: dayAt(now, -1) };
    const ranking = query.parse({ measure: 'rank', by: 'actor', limit: 100, filter: { ...filter, period } });
    return (await incidents.find(ranking)).groups ?? [];
  };
  const countNew = async (days: number) => {
    const period = { start: null, end: dayAt(now, days) };
    const totals = await Promise.all(
      (await actorsOf(days)).map(async ({ key }) => {
        const actors = [{ name: key, names: [key], role: 'either' as const }];
        return (await incidents.find(query.parse({ measure: 'count', filter: { ...filter, actors, period } }))).total;
      }),
    );
    return totals.filter((total) => total === 0).length;
  };
  return { month: await countNew(30), year: await countNew(365) };
}
