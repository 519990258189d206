import type { BriefFigures, Movement } from '../answers/briefs/brief-data.ts';
import type { Group, Incidents, Result } from '../incidents/incidents.ts';
import { isNamedActor } from '../incidents/named-actors.ts';
import { type Filter, type Query, query } from '../incidents/query.ts';
import type { CalendarWindow } from './calendar-window.ts';

/** Runs a query made of a filter and a measure. */
export type RunFilter = (filter: Filter, more: Partial<Query> & Pick<Query, 'measure'>) => Promise<Result>;

/** Runs queries of a filter with other measures; unset fields take the defaults of `query`. */
export const createRunFilter =
  (incidents: Incidents): RunFilter =>
  (filter, more) =>
    incidents.find(query.parse({ filter, ...more }));

const mean = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length;

/** Counts and killed of a window, and the mean of those before it; without any there is no mean. */
export async function figuresOf(
  ask: RunFilter,
  filter: Filter,
  now: Result,
  before: CalendarWindow[],
): Promise<BriefFigures> {
  const earlier = await Promise.all(
    before.map((period) => ask({ ...filter, period }, { measure: 'sum', of: 'killed' })),
  );
  const { total, value, low = 0, high = 0, withoutFigure } = now;
  return {
    incidents: total,
    killed: value ?? 0,
    low,
    high,
    withoutFigure,
    windows: before.length,
    ...(earlier.length
      ? { usual: { incidents: mean(earlier.map((r) => r.total)), killed: mean(earlier.map((r) => r.value ?? 0)) } }
      : {}),
  };
}

const page = 100;

/** Every group, however many. */
export async function groupsOf(ask: RunFilter, filter: Filter, by: Query['by']): Promise<Group[]> {
  const groups: Group[] = [];
  for (;;) {
    const found = await ask(filter, { measure: 'rank', by, order: 'most', limit: page, offset: groups.length });
    groups.push(...(found.groups ?? []));
    if (!found.groups?.length || groups.length >= (found.groupTotal ?? 0)) return groups;
  }
}

/** Attackers in the window that no earlier incident of the filter names; undefined where there is no earlier one. */
export async function newcomers(ask: RunFilter, filter: Filter, period: CalendarWindow): Promise<string[] | undefined> {
  if (filter.actors || filter.pair) return undefined;
  const earlier = { ...filter, period: { start: null, end: period.start } };
  if ((await ask(earlier, { measure: 'count' })).total === 0) return undefined;
  const names = (await groupsOf(ask, { ...filter, period }, 'actor')).map((g) => g.key).filter(isNamedActor);
  const found: string[] = [];
  for (const name of names) {
    const as = (role: 'either' | 'attacker') => ({ actors: [{ name, names: [name], role }] });
    const seen = await ask({ ...earlier, ...as('either') }, { measure: 'count', limit: 1 });
    if (seen.total + seen.overlapping > 0) continue;
    const acts = await ask({ ...filter, period, ...as('attacker') }, { measure: 'count', limit: 1 });
    if (acts.total > 0) found.push(name);
  }
  return found;
}

/** What a place consists of: a country of provinces, several countries of countries, anything smaller of towns. */
function partsOf({ places }: Filter): Movement['by'] {
  if (!places || places.length > 1) return 'country';
  const [place] = places;
  if (place?.level === 'country' && place.relation === 'in') return 'admin1';
  return place?.level === 'world-region' || place?.level === 'region' ? 'country' : 'place';
}

/** Smaller counts and changes are left out. */
const [leastWeight, leastChange] = [3, 2];
const mostMoved = 6;

/** The places with the largest changes against the mean of earlier windows, from the largest rise to the largest fall. */
export async function findMovements(
  ask: RunFilter,
  filter: Filter,
  period: CalendarWindow,
  before: CalendarWindow[],
): Promise<Movement> {
  const by = partsOf(filter);
  const [now = [], ...earlier] = await Promise.all(
    [period, ...before].map((window) => groupsOf(ask, { ...filter, period: window }, by)),
  );
  const count = (groups: Group[], name: string) => groups.find((g) => g.key === name)?.count ?? 0;
  const names = new Set([now, ...earlier].flat().map((g) => g.key));
  const rows = earlier.length
    ? [...names].map((name) => ({
        name,
        now: count(now, name),
        usual: mean(earlier.map((groups) => count(groups, name))),
      }))
    : [];
  const moved = rows.filter((r) => Math.max(r.now, r.usual) >= leastWeight && Math.abs(r.now - r.usual) >= leastChange);
  const change = (r: (typeof rows)[number]) => r.now - r.usual;
  const most = moved.toSorted((a, b) => Math.abs(change(b)) - Math.abs(change(a))).slice(0, mostMoved);
  return { by, rows: most.toSorted((a, b) => change(b) - change(a)) };
}
