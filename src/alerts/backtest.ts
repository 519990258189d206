import type { Incidents } from '../incidents/incidents.ts';
import { type Filter, query } from '../incidents/query.ts';
import { day } from '../kernel/duration.ts';
import { type AnomalyRule, isRise } from './anomaly-rule.ts';
import type { SubscriptionConfig } from './subscriptions.ts';

/** What a standing question would have told, had it been asked before. */
export interface BacktestResult {
  month: number;
  year: number;
  /** The least number killed with which it would not flood the channel; undefined when it would not anyway. */
  calmer?: number;
}

const floodAWeek = 50;
const calmAWeek = 15;
const thresholds = [1, 3, 5, 10, 25, 50];
const dayAt = (now: Date, daysAgo: number) => new Date(now.getTime() - daysAgo * day).toISOString().slice(0, 10);

export function runBacktest(
  incidents: Incidents,
  { query: { filter }, watch }: Pick<SubscriptionConfig, 'query' | 'watch'>,
  now: Date,
): Promise<BacktestResult> {
  if (!watch) return ofEach(incidents, filter, now);
  return watch.kind === 'rise' ? ofRises(incidents, filter, watch, now) : ofActors(incidents, filter, now);
}

async function ofEach(incidents: Incidents, filter: Filter, now: Date): Promise<BacktestResult> {
  const count = async (days: number, more: Partial<Filter> = {}) => {
    const period = { start: dayAt(now, days), end: dayAt(now, -1) };
    return (await incidents.find(query.parse({ measure: 'count', filter: { ...filter, ...more, period } }))).total;
  };
  const [month, year] = [await count(30), await count(365)];
  const aWeek = Math.max(month / 4.3, year / 52);
  if (aWeek <= floodAWeek) return { month, year };
  for (const min of thresholds) {
    if (min <= (filter.killed?.min ?? 0)) continue;
    const calmer = await count(365, { killed: { ...filter.killed, min } });
    if (calmer / 52 <= calmAWeek) return { month, year, calmer: min };
  }
  return { month, year, calmer: thresholds.at(-1) as number };
}

/** One window after the other through the last year: how many of them had risen. */
async function ofRises(
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
    if (at in figures) figures[at] = (figures[at] ?? 0) + (watch.of === 'killed' ? killed : count);
  }
  const risen = (at: number) => {
    const before = figures.slice(at - watch.against, at).reduce((a, b) => a + b, 0);
    return isRise({ now: figures[at] ?? 0, usual: before / watch.against }, watch);
  };
  const fired = figures.map((_, at) => at >= watch.against && risen(at));
  const lastMonth = Math.ceil(30 / watch.days);
  return { month: fired.slice(-lastMonth).filter(Boolean).length, year: fired.filter(Boolean).length };
}

/** Who acted in the last year, as far as the hundred most active go, and in no incident before. */
async function ofActors(incidents: Incidents, filter: Filter, now: Date): Promise<BacktestResult> {
  const acting = async (days: number) => {
    const period = { start: dayAt(now, days), end: dayAt(now, -1) };
    const found = query.parse({ measure: 'rank', by: 'actor', limit: 100, filter: { ...filter, period } });
    return (await incidents.find(found)).groups ?? [];
  };
  const fresh = async (days: number) => {
    const period = { start: null, end: dayAt(now, days) };
    const known = await Promise.all(
      (await acting(days)).map(async ({ key }) => {
        const actors = [{ name: key, names: [key], role: 'either' as const }];
        return (await incidents.find(query.parse({ measure: 'count', filter: { ...filter, actors, period } }))).total;
      }),
    );
    return known.filter((total) => total === 0).length;
  };
  return { month: await fresh(30), year: await fresh(365) };
}
