import { z } from 'zod';
import type { Incident } from '../incidents/incident.ts';
import type { ChangeRow, Incidents } from '../incidents/incidents.ts';
import { namedActors } from '../incidents/named-actors.ts';
import { type Filter, type Period, query } from '../incidents/query.ts';
import { day as dayMs } from '../kernel/duration.ts';

const rise = z.object({
  kind: z.literal('rise'),
  of: z.enum(['incidents', 'killed']),
  /** Length of a window: a day, a week, a month of thirty days. */
  days: z.union([z.literal(1), z.literal(7), z.literal(30)]),
  /** How many times the usual it has to be. */
  times: z.number().gt(1),
  /** How many windows before it make the usual. */
  against: z.int().positive(),
});

/** What a subscription watches for instead of telling of each incident. */
export const anomalyRule = z.discriminatedUnion('kind', [rise, z.object({ kind: z.literal('new-actor') })]);

export type AnomalyRule = z.infer<typeof anomalyRule>;
type RiseRule = z.infer<typeof rise>;

/** A window's figure beside the mean of those before it. */
export interface RiseFinding {
  first: string;
  last: string;
  now: number;
  usual: number;
}

/** Fewer than this is no news, however quiet it was before. */
const least = 3;
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

export const isRise = ({ now, usual }: Pick<RiseFinding, 'now' | 'usual'>, { times }: RiseRule): boolean =>
  now >= least && now >= times * usual;

/** The window that ends with a day, by its dates: told of at most once each. */
export const windowOf = (day: string, { days }: RiseRule): number => Math.floor((Date.parse(day) / dayMs + 3) / days);

/** How the window that ends with a day compares with those before it; undefined when it has not risen enough. */
export async function detectRise(
  incidents: Incidents,
  filter: Filter,
  watched: RiseRule,
  last: string,
): Promise<RiseFinding | undefined> {
  const end = Date.parse(last) + dayMs;
  const start = end - watched.days * dayMs;
  const figure = async (period: Period) => {
    const measure = watched.of === 'killed' ? ('sum' as const) : ('count' as const);
    return (await incidents.find(query.parse({ measure, of: watched.of, filter: { ...filter, period } }))).value ?? 0;
  };
  const now = await figure({ start: dayOf(start), end: dayOf(end) });
  const before = await figure({ start: dayOf(start - watched.against * watched.days * dayMs), end: dayOf(start) });
  const risen = { first: dayOf(start), last, now, usual: before / watched.against };
  return isRise(risen, watched) ? risen : undefined;
}

const most = 100;

/** Who acts in the incident and was in no earlier one that the filter means. */
export async function newActors(
  incidents: Incidents,
  filter: Filter,
  incident: Incident,
  { id, cursor }: Pick<ChangeRow, 'id' | 'cursor'>,
): Promise<string[]> {
  const names = namedActors(incident);
  const fresh = await Promise.all(names.map((name) => unseen(incidents, filter, name, id, cursor)));
  return names.filter((_, n) => fresh[n]);
}

async function unseen(incidents: Incidents, filter: Filter, name: string, id: string, cursor: number) {
  const actors = [{ name, names: [name], role: 'either' as const }];
  const found = await incidents.find(
    query.parse({ measure: 'list', order: 'oldest', limit: most, filter: { ...filter, actors } }),
  );
  if (found.total > most) return false;
  const others = found.incidents.filter((other) => other.id !== id);
  const histories = await Promise.all(others.map((other) => incidents.history(other.id)));
  return histories.every(([first]) => first !== undefined && first.cursor > cursor);
}
