import type { Incidents } from '../incidents/incidents.ts';
import { type Filter, query } from '../incidents/query.ts';

/** What a standing question would have told, had it been asked before. */
export interface Preview {
  month: number;
  year: number;
  /** The least number killed with which it would not flood the channel; undefined when it would not anyway. */
  calmer?: number;
}

const day = 24 * 60 * 60 * 1000;
const floodAWeek = 50;
const calmAWeek = 15;
const thresholds = [1, 3, 5, 10, 25, 50];
const since = (now: Date, days: number) => new Date(now.getTime() - days * day).toISOString().slice(0, 10);

export async function previewOf(incidents: Incidents, filter: Filter, now: Date): Promise<Preview> {
  const count = async (days: number, more: Partial<Filter> = {}) => {
    const period = { start: since(now, days), end: since(now, -1) };
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
