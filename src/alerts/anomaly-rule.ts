import type { Incident } from '../incidents/incident.ts';
import type { ChangeRow, Incidents } from '../incidents/incidents.ts';
import { namedActors } from '../incidents/named-actors.ts';
import { type Filter, type Period, query } from '../incidents/query.ts';
import type { RiseFinding, RiseRule } from '../kernel/anomaly-rule.ts';
import { day as dayMs } from '../kernel/duration.ts';

/** Fewer than this are no rise, however quiet it was before. */
const minFigure = 3;
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Whether a window's figure is at least 3, and at least the rule's factor times the mean. */
export const isRise = ({ now, usual }: Pick<RiseFinding, 'now' | 'usual'>, { times }: RiseRule): boolean =>
  now >= minFigure && now >= times * usual;

/** The number of the window that a day (YYYY-MM-DD) falls in; each is reported at most once. Weeks begin on Monday. */
export const windowOf = (day: string, { days }: RiseRule): number => Math.floor((Date.parse(day) / dayMs + 3) / days);

/** Compares the window that ends with the day `last` (YYYY-MM-DD) with those before it; undefined when it is no rise. */
export async function detectRise(
  incidents: Incidents,
  filter: Filter,
  rule: RiseRule,
  last: string,
): Promise<RiseFinding | undefined> {
  const end = Date.parse(last) + dayMs;
  const start = end - rule.days * dayMs;
  const figure = async (period: Period) => {
    const measure = rule.of === 'killed' ? ('sum' as const) : ('count' as const);
    return (await incidents.find(query.parse({ measure, of: rule.of, filter: { ...filter, period } }))).value ?? 0;
  };
  const now = await figure({ start: dayOf(start), end: dayOf(end) });
  const before = await figure({ start: dayOf(start - rule.against * rule.days * dayMs), end: dayOf(start) });
  const finding = { first: dayOf(start), last, now, usual: before / rule.against };
  return isRise(finding, rule) ? finding : undefined;
}

const maxChecked = 100;

/**
 * Names of the actors of an incident that took part in no incident before it that matches the filter. `id` and `cursor`
 * are of the change that added it.
 */
export async function newActors(
  incidents: Incidents,
  filter: Filter,
  incident: Incident,
  { id, cursor }: Pick<ChangeRow, 'id' | 'cursor'>,
): Promise<string[]> {
  const names = namedActors(incident);
  const isNew = await Promise.all(names.map((name) => isNewActor(incidents, filter, name, id, cursor)));
  return names.filter((_, n) => isNew[n]);
}

/** Of an actor with more incidents than are checked it is taken as known. */
async function isNewActor(incidents: Incidents, filter: Filter, name: string, id: string, cursor: number) {
  const actors = [{ name, names: [name], role: 'either' as const }];
  const found = await incidents.find(
    query.parse({ measure: 'list', order: 'oldest', limit: maxChecked, filter: { ...filter, actors } }),
  );
  if (found.total > maxChecked) return false;
  const others = found.incidents.filter((other) => other.id !== id);
  const histories = await Promise.all(others.map((other) => incidents.history(other.id)));
  return histories.every(([first]) => first !== undefined && first.cursor > cursor);
}
